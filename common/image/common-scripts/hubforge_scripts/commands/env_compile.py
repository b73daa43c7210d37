"""Second step of the pip-tools flow: solves the pip lists."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .. import environment, freezing, installing, managers, pip_lists, settings, wheels
from ..command_line import parser, run
from ..environment import Environment
from ..messages import Failure, say


def main() -> int:
    """Entry point."""
    arguments = parser(
        "env-compile",
        "Solves the .pip lists of an environment into requirements.txt: exact versions, hashes of all files, and who asked for each. "
        "USE_FROZEN=1 only checks that the lock is complete.",
    )
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: compile_lists(environment.find(options.environment)))


def compile_lists(spec: Environment) -> None:
    path = spec.lock_dir / "requirements.txt"
    if settings.use_frozen():
        if not path.is_file():
            raise Failure(f"environment {spec.name} has no pip lock.", {"missing": path}, f"USE_FROZEN=0 env-compile {spec.name}")
        say(f"{spec.name}: {len(installing.read_lock(path).pins)} locked pip packages; frozen, so nothing is solved.")
        return
    manager = managers.choose()
    with tempfile.TemporaryDirectory() as scratch:
        lists = pip_lists.lists_of(spec, manager, Path(scratch))
        with wheels.own_wheels(bool(lists)) as links:
            solution = pip_lists.solve(spec, manager, lists, links)
    freezing.write_file(path, solution.render(spec.name))
    say(f"{spec.name}: compiled to {path}; env-sync {spec.name} is next.")
