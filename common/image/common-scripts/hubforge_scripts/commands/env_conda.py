"""First step of the pip-tools flow: makes an environment with the packages of its manager's own kind."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .. import environment, freezing, managers, settings
from ..command_line import parser, run
from ..environment import Environment
from ..messages import Failure, say


def main() -> int:
    """Entry point."""
    arguments = parser(
        "env-conda",
        "Makes an environment from its .yml, .conda or .explicit specs, without its pip packages. "
        "USE_FROZEN=0 solves the specs and locks the solution; USE_FROZEN=1 installs the lock.",
    )
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: make(environment.find(options.environment)))


def make(spec: Environment) -> None:
    spec.check()
    manager = managers.choose()
    if settings.use_frozen():
        if not spec.lock_dir.is_dir():
            raise Failure(f"environment {spec.name} has no lock.", {"missing": spec.lock_dir}, f"USE_FROZEN=0 env-conda {spec.name}")
        manager.create_from_lock(spec, spec.lock_dir)
        return
    with tempfile.TemporaryDirectory() as scratch:
        manager.create_from_specs(spec, Path(scratch))
        for path in sorted(Path(scratch).iterdir()):
            freezing.write_file(spec.lock_dir / path.name, path.read_text(encoding="utf-8"))
    say(f"{spec.name}: made; env-compile {spec.name} is next.")
