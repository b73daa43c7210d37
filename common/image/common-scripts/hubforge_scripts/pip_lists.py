"""The pip side of an environment: which lists are solved, with what limits, and how."""

from __future__ import annotations

import re
import tempfile
import urllib.parse
from dataclasses import replace
from pathlib import Path

from . import pip_settings, pip_solver, requirements_lock, settings, uv_solver
from .environment import Environment
from .indexes import Indexes
from .lists import read_lines, read_list
from .managers import Manager
from .messages import Failure
from .names import canonical
from .pip_solver import Problem
from .requirements_lock import Pin, RequirementsLock

# `tool[plot] @ git+ssh://git@host/tool@branch#subdirectory=x`, or the address alone.
_COMMIT_LINE = re.compile(r"(?P<start>\s*(?:[\w.-]+(?:\[[^\]]*\])?\s*@\s*)?)(?P<address>(?:git|hg|bzr|svn)\+\S+)(?P<rest>.*)$")


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
    kept = _kept(environment)
    with tempfile.TemporaryDirectory() as scratch:
        lists = _at_kept_commits(lists, [pin for pin in kept if pin.is_commit], Path(scratch))
        # An address cannot move by itself, and pip takes a limit that spells it in another way for a contradiction.
        limits = [pin.requirement for pin in kept if not pin.address]
        problem = Problem(environment.name, python, lists, list(environment.hints), limits, find_links)
        return _solve(environment, manager, problem)


def _solve(environment: Environment, manager: Manager, problem: Problem) -> RequirementsLock:
    indexes = pip_settings.indexes(problem.python, problem.find_links, problem.lists)
    # uv does not see what Debian or conda installed, so it would lock everything a second time.
    alone = manager.name == "venv" and not environment.specs(".apt")
    if alone and uv_solver.is_present():
        return uv_solver.solve(problem, indexes)
    own = {canonical(path.name.split("-")[0]) for link in problem.find_links for path in Path(link).glob("*.whl")}
    if all(pip_solver.required_name(entry.text) in own for path in problem.lists for entry in read_list(path)):
        # None of it can be on an index, and one that cannot be reached costs pip half a minute.
        found = pip_solver.find(replace(problem, no_index=True), Indexes([], problem.find_links))
        if found:
            return found
    return pip_solver.solve(problem, indexes)


def _kept(environment: Environment) -> list[Pin]:
    """With UPDATE_PACKAGES: the pins of the old lock, but for the packages that may move."""
    moving = {canonical(name) for name in settings.update_packages()}
    path = environment.lock_dir / "requirements.txt"
    if not moving or not path.is_file():
        return []
    return [pin for pin in requirements_lock.read(path).pins if pin.name not in moving]


def _at_kept_commits(lists: list[Path], kept: list[Pin], scratch: Path) -> list[Path]:
    """The lists, with the locked commit in the place of each branch or tag that must not move."""
    commits = {_repository(pin.address): pin.address for pin in kept}
    if not commits:
        return lists
    copies = []
    for path in lists:
        lines = [_at_commit(line, commits) for line in read_lines(path)]
        copy = scratch / path.name
        copy.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        copies.append(path if lines == read_lines(path) else copy)
    return copies


def _at_commit(line: str, commits: dict[str, str]) -> str:
    match = _COMMIT_LINE.match(line)
    address = match and commits.get(_repository(match["address"]))
    return f"{match['start']}{address}{match['rest']}" if match and address else line


def _repository(address: str) -> str:
    """The address without its revision; an @ before the host is a user's. One repository can hold several packages."""
    parts = urllib.parse.urlsplit(address)
    path, _, _ = parts.path.partition("@")
    folder = urllib.parse.parse_qs(parts.fragment).get("subdirectory", [""])[0]
    return f"{parts.scheme}://{parts.netloc}{path}#{folder}"
