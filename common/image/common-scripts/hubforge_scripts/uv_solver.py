"""Solves pip lists with `uv pip compile`, where uv is present."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from . import pip_settings, processes, requirements_lock, settings
from .indexes import Indexes
from .messages import say
from .pip_solver import Problem, from_source, unsolvable
from .requirements_lock import Pin, RequirementsLock

_KEPT = "kept-from-the-old-lock.txt"
# `-r FILE` or `-c FILE`, whichever way uv shortens the path.
_FILE = re.compile(r"(-[rc]) (?:.*/)?([^/]+)$")


def is_present() -> bool:
    return shutil.which("uv") is not None


def solve(problem: Problem, indexes: Indexes) -> RequirementsLock:
    """The lock of what uv chooses from the indexes that pip is told of. It cannot see packages that Debian or conda installed."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "requirements.txt"
        result = processes.run(_arguments(problem, indexes, target, Path(scratch)), variables=_variables(problem, indexes))
        if result.code != 0:
            raise unsolvable(problem, result.out + result.err)
        lock = requirements_lock.read(target)
    lock.from_source = from_source(problem.lists) & ({pin.name for pin in lock.pins} | {":all:"})
    for pin in lock.pins:
        pin.via = [_FILE.sub(r"\1 \2", reason) for reason in pin.via if not reason.endswith(_KEPT)]
        if not pin.hashes and not pin.address:
            pin.hashes = _hashes(pin, indexes)
    say(f"{problem.environment}: {len(lock.pins)} packages from uv.")
    return lock


def _hashes(pin: Pin, indexes: Indexes) -> list[str]:
    """For files of folders: not every version of uv hashes them."""
    return sorted({f"sha256:{file.sha256}" for file in indexes.files(pin.name, pin.version)})


def _variables(problem: Problem, indexes: Indexes) -> dict[str, str]:
    """uv reads none of pip's settings; what has a login in it goes by variables, so that no list of processes shows it."""
    given: dict[str, str] = {}
    main, *extra = indexes.index_urls or [""]
    if main and main.rstrip("/") != pip_settings.default_index(problem.python).rstrip("/"):
        given["UV_INDEX_URL"] = main
    if extra:
        given["UV_EXTRA_INDEX_URL"] = " ".join(extra)
    if settings.variable("PIP_TRUSTED_HOST"):
        given["UV_INSECURE_HOST"] = settings.variable("PIP_TRUSTED_HOST")
    if settings.variable("PIP_CERT"):
        given["SSL_CERT_FILE"] = settings.variable("PIP_CERT")
    return {name: value for name, value in given.items() if not settings.variable(name)}


def _arguments(problem: Problem, indexes: Indexes, target: Path, scratch: Path) -> list[str | Path]:
    arguments: list[str | Path] = ["uv", "pip", "compile", "--python", problem.python, "--generate-hashes", "--no-header"]
    arguments += ["--annotation-style", "split", "--emit-build-options", "--output-file", target]
    constraints = list(problem.constraints)
    if problem.kept:
        kept = scratch / _KEPT
        kept.write_text("".join(line + "\n" for line in problem.kept), encoding="utf-8")
        constraints.append(kept)
    for path in constraints:
        arguments += ["--constraint", path]
    for link in indexes.find_links:
        arguments += ["--find-links", link]
    if not indexes.index_urls:
        arguments.append("--no-index")
    return [*arguments, *problem.lists]
