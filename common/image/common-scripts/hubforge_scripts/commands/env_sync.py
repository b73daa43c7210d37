"""Third step of the pip-tools flow: makes the environment hold exactly its locked pip packages."""

from __future__ import annotations

from .. import environment, freezing, installing, managers, settings, wheels
from ..command_line import parser, run
from ..environment import Environment
from ..messages import Failure, say


def main() -> int:
    """Entry point."""
    arguments = parser("env-sync", "Installs requirements.txt into an environment, hashes verified, and removes other packages that pip installed.")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: sync(environment.find(options.environment)))


def sync(spec: Environment) -> None:
    path = spec.lock_dir / "requirements.txt"
    if not path.is_file():
        raise Failure(f"environment {spec.name} has no pip lock.", {"missing": path}, f"USE_FROZEN=0 env-compile {spec.name}")
    manager = managers.choose()
    if not manager.exists(spec.name):
        raise Failure(f"environment {spec.name} is not there yet.", {"missing": manager.prefix(spec.name)}, f"env-conda {spec.name}")
    lock = installing.read_lock(path)
    python = manager.python(spec.name)
    with wheels.own_wheels(bool(lock.pins)) as links:
        installing.install(python, lock, links)
    installing.remove_others(python, lock)
    if manager.name == "venv":
        installing.compile_all(python, manager.prefix(spec.name))
    if not settings.use_frozen():
        freezing.write_file(spec.lock_dir / f"{spec.name}-frozen.yml", freezing.frozen_yml(spec.name, manager, lock))
    say(f"{spec.name}: {len(lock.pins)} locked pip packages are installed.")
