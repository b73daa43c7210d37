"""Solves one environment whole and writes its lock."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .. import apt, debian, environment, freezing, managers, pip_lists, settings, wheels
from ..command_line import parser, run
from ..environment import Environment
from ..managers import Manager
from ..messages import Failure, say


def main() -> int:
    """Entry point."""
    arguments = parser("env-lock", "Solves the floating specs of one environment and writes its lock. For a throw-away container of the base image.")
    arguments.add_argument("environment")
    arguments.add_argument("--output", type=Path, help="where the lock goes (default: /opt/env-frozen/ENVIRONMENT)")
    options = arguments.parse_args()
    return run(lambda: lock(environment.find(options.environment), options.output))


def lock(spec: Environment, output: Path | None) -> None:
    """Writes the lock in one step; a failed solve leaves the old one."""
    if not spec.has_specs():
        raise Failure(f"environment {spec.name} has no specs.", {"folder": spec.folder}, f"{spec.name}.pip, .apt, .conda or .yml")
    spec.check()
    manager = managers.choose()
    target = output or spec.lock_dir
    with freezing.folder_in_one_step(target) as fresh, tempfile.TemporaryDirectory() as scratch:
        _lock_debian(spec, manager, fresh)
        manager.create_from_specs(spec, fresh)
        lists = pip_lists.lists_of(spec, manager, Path(scratch))
        with wheels.own_wheels(bool(lists)) as links:
            solution = pip_lists.solve(spec, manager, lists, links)
        (fresh / "requirements.txt").write_text(solution.render(spec.name), encoding="utf-8")
        (fresh / f"{spec.name}-frozen.yml").write_text(freezing.frozen_yml(spec.name, manager, solution), encoding="utf-8")
    say(f"{spec.name}: locked in {target}.")


def _lock_debian(spec: Environment, manager: Manager, fresh: Path) -> None:
    """Locks the Debian packages, and installs them where pip has something to solve: its solution depends on them."""
    lists = spec.specs(".apt")
    if not lists:
        return
    names = sorted({name for path in lists for name in debian.read_names(path)})
    apt.refresh()
    kept = _kept_versions(spec)
    packages = apt.solve([kept.get(name, name) for name in names])
    (fresh / "apt.lock").write_text(debian.render_lock(packages, spec.name), encoding="utf-8")
    if spec.specs(".pip") or manager.pip_entries(spec):
        with apt.without_compiling() as options:
            apt.install_locked(packages, options)


def _kept_versions(spec: Environment) -> dict[str, str]:
    """With UPDATE_PACKAGES: the locked versions of the others, as far as they are still offered."""
    path = spec.lock_dir / "apt.lock"
    moving = settings.update_packages()
    if not moving or not path.is_file():
        return {}
    locked = [package for package in debian.read_lock(path) if package.name not in moving]
    offered = apt.offers(package.name for package in locked)
    return {package.name: package.exact for package in locked if (package.name, package.version) in offered}
