"""Installs one environment from its lock."""

from __future__ import annotations

from .. import environment, installing, kernels, managers, settings, wheels
from ..command_line import parser, run
from ..environment import Environment
from ..messages import Failure, say


def main() -> int:
    """Entry point."""
    arguments = parser("env-install", "Installs one environment from its lock, hashes verified and nothing solved, and registers its kernel.")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: install(environment.find(options.environment)))


def install(spec: Environment) -> None:
    """Makes the environment anew. Its Debian packages are a step of their own: apt-install --lock."""
    lock_dir = spec.lock_dir
    if not lock_dir.is_dir():
        raise Failure(f"environment {spec.name} has no lock.", {"missing": lock_dir}, f"solve it with USE_FROZEN=0 (env-lock {spec.name})")
    manager = managers.choose()
    lock = installing.read_lock(lock_dir / "requirements.txt")
    manager.create_from_lock(spec, lock_dir)
    python = manager.python(spec.name)
    with wheels.own_wheels(bool(lock.pins)) as links:
        installing.install(python, lock, links)
    if manager.name == "venv":
        installing.compile_all(python, manager.prefix(spec.name))
    kernel = kernels.register(spec, python)
    if manager.name == "venv" and settings.source_date_epoch():
        installing.set_times(manager.prefix(spec.name), kernel)
    say(f"{spec.name}: installed from its lock.")
