"""Solves pip lists with pip's own resolver, and makes a lock of its report."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from . import processes
from .indexes import Distribution, Indexes
from .lists import read_list
from .messages import Failure, say
from .names import canonical
from .requirements_lock import Pin, RequirementsLock

_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
_NO_BINARY = re.compile(r"--no-binary[\s=]+(.+)$")


@dataclass(frozen=True)
class Problem:
    """What is to be solved: the lists, what holds whatever they say, and against which python."""

    environment: str
    python: Path
    lists: list[Path]
    constraints: list[Path] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    find_links: list[str] = field(default_factory=list)
    ignore_installed: bool = False
    no_dependencies: bool = False
    no_index: bool = False


def from_source(lists: list[Path]) -> set[str]:
    """The packages that the lists want compiled from source."""
    options = (_NO_BINARY.match(entry.text) for path in lists for entry in read_list(path))
    names = (name for option in options if option for name in re.split(r"[,\s]+", option[1]))
    return {name if name.startswith(":") else canonical(name) for name in names if name}


def solve(problem: Problem, indexes: Indexes) -> RequirementsLock:
    """The lock of what pip would install now; pip's full text is in the failure of a solve without solution."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        result = processes.run(_arguments(problem, report, Path(scratch)))
        if result.code != 0:
            raise unsolvable(problem, result.out + result.err)
        return _lock(problem, report, indexes)


def find(problem: Problem, indexes: Indexes) -> RequirementsLock | None:
    """Like `solve`, but silent, and None when there is no solution."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        result = processes.run(_arguments(problem, report, Path(scratch)), show=False)
        return _lock(problem, report, indexes) if result.code == 0 else None


def _lock(problem: Problem, report: Path, indexes: Indexes) -> RequirementsLock:
    items = json.loads(report.read_text(encoding="utf-8"))["install"]
    lock = RequirementsLock(from_source=from_source(problem.lists))
    unbuilt = {canonical(item["metadata"]["name"]) for item in items if _is_source(item)}
    # What pip itself compiles for want of a wheel is compiled again as pip does it: isolated.
    lock.isolated = unbuilt - lock.from_source if ":all:" not in lock.from_source else set()
    lock.from_source |= unbuilt
    lock.pins = [_pin(item, lock.from_source, indexes) for item in items]
    _explain(lock, items, problem.lists)
    lock.from_source &= {pin.name for pin in lock.pins} | {":all:"}
    say(f"{problem.environment}: {len(lock.pins)} packages from pip.")
    return lock


def unsolvable(problem: Problem, text: str) -> Failure:
    """The failure of a solve, with all that the solver said."""
    return Failure(
        f"the pip packages of environment {problem.environment} could not be solved.",
        {"lists": "\n".join(map(str, problem.lists)), "limits": "\n".join(map(str, problem.constraints)), "solver": text},
        "loosen one of the requirements that the solver names, or hold one back in build-hints.pip",
    )


def _arguments(problem: Problem, report: Path, scratch: Path) -> list[str | Path]:
    arguments: list[str | Path] = [problem.python, "-m", "pip", "install", "--dry-run", "--report", report]
    if from_source(problem.lists):
        arguments.append("--no-build-isolation")
    if problem.ignore_installed:
        arguments.append("--ignore-installed")
    if problem.no_dependencies:
        arguments.append("--no-deps")
    if problem.no_index:
        arguments.append("--no-index")
    for path in problem.lists:
        arguments += ["--requirement", path]
    constraints = list(problem.constraints)
    if problem.kept:
        kept = scratch / "kept-from-the-old-lock.txt"
        kept.write_text("".join(line + "\n" for line in problem.kept), encoding="utf-8")
        constraints.append(kept)
    for path in constraints:
        arguments += ["--constraint", path]
    for link in problem.find_links:
        arguments += ["--find-links", link]
    return arguments


def _pin(item: dict, source: set[str], indexes: Indexes) -> Pin:
    name, version = canonical(item["metadata"]["name"]), item["metadata"]["version"]
    download = item["download_info"]
    if "vcs_info" in download:
        return Pin(name, version, _commit_address(download))
    if "dir_info" in download:
        raise Failure(
            f"{name} is a folder, which no lock can hold.",
            {"folder": download["url"]},
            "put it into the mission's image/packages/ and name it in the .pip list without a path",
        )
    chosen = _chosen_hash(download.get("archive_info", {}))
    if item.get("is_direct"):
        return Pin(name, version, download["url"], chosen)
    compiled = name in source or ":all:" in source
    offered = [item for item in indexes.files(name, version) if item.is_source or not compiled]
    return Pin(name, version, "", sorted({*chosen, *(f"sha256:{item.sha256}" for item in offered)}))


def _is_source(item: dict) -> bool:
    """Whether pip chose a source package of an index."""
    return not item.get("is_direct") and Distribution(item["download_info"]["url"].partition("#")[0], "").is_source


def _chosen_hash(archive: dict) -> list[str]:
    """The hash of the file that pip chose; pip before 22.3 knows only the first form."""
    value = (archive.get("hashes") or {}).get("sha256") or archive.get("hash", "").removeprefix("sha256=")
    return [f"sha256:{value}"] if value else []


def _commit_address(download: dict) -> str:
    vcs = download["vcs_info"]
    address = f"{vcs['vcs']}+{download['url']}@{vcs['commit_id']}"
    return f"{address}#subdirectory={download['subdirectory']}" if download.get("subdirectory") else address


def _explain(lock: RequirementsLock, items: list[dict], lists: list[Path]) -> None:
    """Fills in who asked for each package: other packages of the solution, and the lists."""
    pins = {pin.name: pin for pin in lock.pins}
    for item in items:
        parent = canonical(item["metadata"]["name"])
        extras = {canonical(extra) for extra in item.get("requested_extras", [])}
        for requirement in item["metadata"].get("requires_dist", []):
            wanted = _EXTRA.search(requirement)
            name = required_name(requirement)
            if name in pins and (not wanted or canonical(wanted[1]) in extras) and parent not in pins[name].via:
                pins[name].via.append(parent)
    for entry in (entry for path in lists for entry in read_list(path)):
        name = required_name(entry.text)
        if name in pins and f"-r {entry.path.name}" not in pins[name].via:
            pins[name].via.append(f"-r {entry.path.name}")
    for item in items:
        pin = pins[canonical(item["metadata"]["name"])]
        if not pin.via:
            pin.via.append("the specs" if item.get("requested") else "an installed package")


def required_name(text: str) -> str:
    """The package that a requirement names; empty for an option."""
    match = _NAME.match(text)
    return canonical(match[1]) if match else ""
