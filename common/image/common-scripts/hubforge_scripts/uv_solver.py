"""Solves pip lists with `uv pip compile`, where uv is present."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import processes, requirements_lock
from .messages import say
from .pip_solver import Problem, from_source, unsolvable
from .requirements_lock import RequirementsLock


def is_present() -> bool:
    return shutil.which("uv") is not None


def solve(problem: Problem) -> RequirementsLock:
    """The lock of what uv chooses. It cannot see packages that Debian or conda installed: those are constraints of the problem."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "requirements.txt"
        result = processes.run(_arguments(problem, target, Path(scratch)))
        if result.code != 0:
            raise unsolvable(problem, result.out + result.err)
        lock = requirements_lock.read(target)
    lock.from_source = from_source(problem.lists) & ({pin.name for pin in lock.pins} | {":all:"})
    for pin in lock.pins:
        pin.via = [_short(reason, problem.lists) for reason in pin.via]
    say(f"{problem.environment}: {len(lock.pins)} packages from uv.")
    return lock


def _short(reason: str, lists: list[Path]) -> str:
    for path in lists:
        reason = reason.replace(str(path), path.name)
    return reason


def _arguments(problem: Problem, target: Path, scratch: Path) -> list[str | Path]:
    arguments: list[str | Path] = ["uv", "pip", "compile", "--python", problem.python, "--generate-hashes", "--no-header"]
    arguments += ["--annotation-style", "split", "--emit-build-options", "--output-file", target]
    constraints = list(problem.constraints)
    if problem.kept:
        kept = scratch / "kept-from-the-old-lock.txt"
        kept.write_text("".join(line + "\n" for line in problem.kept), encoding="utf-8")
        constraints.append(kept)
    for path in constraints:
        arguments += ["--constraint", path]
    for link in problem.find_links:
        arguments += ["--find-links", link]
    return [*arguments, *problem.lists]
