"""Compiles packages from source against an environment, and locks them so."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .. import environment, freezing, installing, managers, pip_settings, pip_solver, processes, settings
from ..command_line import parser, run
from ..environment import Environment
from ..managers import Manager
from ..messages import Failure, say
from ..names import canonical
from ..pip_solver import Problem
from ..requirements_lock import RequirementsLock


def main() -> int:
    """Entry point."""
    arguments = parser(
        "env-src-install",
        "Compiles packages from their source packages against an environment: for a python or a numpy that no ready file fits. "
        "USE_FROZEN=0 chooses versions and locks the source packages by hash; USE_FROZEN=1 compiles what is locked.",
    )
    arguments.set_defaults(isolated=False)
    isolation = arguments.add_mutually_exclusive_group()
    isolation.add_argument(
        "--no-build-isolation", dest="isolated", action="store_false", help="build with what the environment has (default)"
    )
    isolation.add_argument("--build-isolation", dest="isolated", action="store_true", help="let pip fetch what the build asks for")
    arguments.add_argument("environment")
    arguments.add_argument("requirements", nargs="+", metavar="REQUIREMENT")
    options = arguments.parse_args()
    return run(lambda: source_install(environment.find(options.environment), options.requirements, options.isolated))


def source_install(spec: Environment, requirements: list[str], isolated: bool) -> None:
    manager = managers.choose()
    python = manager.python(spec.name)
    if not python.exists():
        raise Failure(f"environment {spec.name} is not there yet.", {"missing": python}, f"env-conda {spec.name}")
    path = spec.lock_dir / "requirements.txt"
    lock = installing.read_lock(path)
    names = {pip_solver.required_name(text) for text in requirements}
    if settings.use_frozen():
        _require_locked(names, lock, path)
    else:
        _add(spec, python, requirements, lock)
        lock.isolated = (lock.isolated | names) if isolated else (lock.isolated - names)
    chosen = RequirementsLock([pin for pin in lock.pins if pin.name in names], lock.from_source & names, lock.isolated & names)
    installing.install(python, chosen, [], again=not settings.use_frozen())
    _check(python, names)
    if not settings.use_frozen():
        _write(spec, manager, lock, path)
    say(f"{spec.name}: compiled from source: {', '.join(pin.requirement for pin in chosen.pins)}.")


def _require_locked(names: set[str], lock: RequirementsLock, path: Path) -> None:
    missing = sorted(names - lock.from_source)
    if missing:
        raise Failure("the lock does not compile these packages from source.", {"packages": ", ".join(missing), "lock": path}, "USE_FROZEN=0 once")


def _add(spec: Environment, python: Path, requirements: list[str], lock: RequirementsLock) -> None:
    """Chooses source packages, at the version that the lock already has where the requirement leaves it open."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "env-src-install.pip"
        names = [pip_solver.required_name(text) for text in requirements]
        wanted.write_text("".join(f"--no-binary {name}\n" for name in names) + "".join(f"{text}\n" for text in requirements), encoding="utf-8")
        bare = [canonical(text) for text in requirements if canonical(text) in names]
        kept = [pin.requirement for pin in lock.pins if pin.name in bare and not pin.address]
        problem = Problem(spec.name, python, [wanted], list(spec.hints), kept, ignore_installed=True, no_dependencies=True)
        found = pip_solver.solve(problem, pip_settings.indexes(python, [], [wanted]))
    for pin in found.pins:
        old = lock.find(pin.name)
        pin.via = old.via if old else ["env-src-install"]
    lock.pins = [pin for pin in lock.pins if not found.find(pin.name)] + found.pins
    lock.from_source |= {pin.name for pin in found.pins}


def _check(python: Path, names: set[str]) -> None:
    """Fails when a compiled package lacks what it needs: its dependencies are not installed by the way."""
    result = processes.run([python, "-m", "pip", "check"], show=False)
    broken = [line for line in result.out.splitlines() if canonical(line.split(" ")[0]) in names]
    if broken:
        raise Failure("compiled packages lack what they need.", {"pip check": "\n".join(broken)}, "name it in a .pip list, then env-compile and env-sync")


def _write(spec: Environment, manager: Manager, lock: RequirementsLock, path: Path) -> None:
    freezing.write_file(path, lock.render(spec.name))
    freezing.write_file(spec.lock_dir / f"{spec.name}-frozen.yml", freezing.frozen_yml(spec.name, manager, lock))
