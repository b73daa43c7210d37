"""The pip side of an environment: which lists are solved, with what limits, and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import pip_settings, pip_solver, requirements_lock, settings, uv_solver
from .environment import Environment
from .indexes import Indexes
from .lists import read_list
from .managers import Manager
from .messages import Failure
from .names import canonical
from .pip_solver import Problem
from .requirements_lock import RequirementsLock


def lists_of(environment: Environment, manager: Manager, scratch: Path) -> list[Path]:
    """The environment's .pip lists, and one more for what its conda specs ask of pip."""
    lists = environment.specs(".pip")
    entries = manager.pip_entries(environment)
    if entries:
        own = scratch / f"{environment.name}.yml.pip"
        own.write_text("".join(entry.text + "\n" for entry in entries), encoding="utf-8")
        lists = [own, *lists]
    return lists


def solve(environment: Environment, manager: Manager, lists: list[Path], find_links: list[str]) -> RequirementsLock:
    """Solves the lists in the environment as it is now, which must hold its other packages already."""
    if not lists:
        return RequirementsLock()
    python = manager.python(environment.name)
    if not python.exists():
        raise Failure(f"environment {environment.name} is not there yet.", {"missing": python}, f"env-conda {environment.name}")
    problem = Problem(environment.name, python, lists, list(environment.hints), _kept(environment), find_links)
    # uv does not see what Debian or conda installed, so it would lock everything a second time.
    alone = manager.name == "venv" and not environment.specs(".apt")
    if alone and uv_solver.is_present():
        return uv_solver.solve(problem)
    own = {canonical(path.name.split("-")[0]) for link in find_links for path in Path(link).glob("*.whl")}
    if all(pip_solver.required_name(entry.text) in own for path in lists for entry in read_list(path)):
        # None of it can be on an index, and one that cannot be reached costs pip half a minute.
        found = pip_solver.find(replace(problem, no_index=True), Indexes([], find_links))
        if found:
            return found
    return pip_solver.solve(problem, pip_settings.indexes(python, find_links, lists))


def _kept(environment: Environment) -> list[str]:
    """With UPDATE_PACKAGES: the pins of the old lock, but for the packages that may move."""
    moving = {canonical(name) for name in settings.update_packages()}
    path = environment.lock_dir / "requirements.txt"
    if not moving or not path.is_file():
        return []
    pins = requirements_lock.read(path).pins
    return [pin.requirement for pin in pins if pin.name not in moving]
