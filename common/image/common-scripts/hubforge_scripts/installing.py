"""Installs locked pip packages: hashes verified, dependencies never resolved, source packages compiled in the environment."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from . import processes, requirements_lock, settings
from .indexes import Distribution, local_files, local_folder
from .messages import Failure, say
from .names import canonical
from .requirements_lock import Pin, RequirementsLock

_TAGS = "from pip._vendor.packaging import tags; print(' '.join(map(str, tags.sys_tags())))"
_INSTALLED = """
import importlib.metadata, json, sys
here = [path for path in sys.path if path.startswith(sys.prefix)]
found = importlib.metadata.distributions(path=here)
print(json.dumps([[d.metadata['Name'], d.version, (d.read_text('INSTALLER') or '').strip()] for d in found]))
"""
# What makes environments, not what is in them.
_TOOLS = ("pip", "setuptools", "wheel")


def installed(python: Path) -> dict[str, tuple[str, str]]:
    """The environment's own packages: version, and who installed them."""
    text = processes.check(processes.run([python, "-c", _INSTALLED], show=False)).out
    return {canonical(name): (version, installer) for name, version, installer in json.loads(text) if name}


def install(python: Path, lock: RequirementsLock, find_links: list[str], again: bool = False) -> None:
    """Installs a whole lock; `again` replaces what is there at the locked version already.

    What folders hold needs no index, so that a build without one works.
    """
    links = [*find_links, *os.environ.get("PIP_FIND_LINKS", "").split()]
    folders = [folder for folder in map(local_folder, links) if folder]
    tags = set(processes.run([python, "-c", _TAGS], show=False).out.split()) if folders else set()
    present = installed(python)
    waiting = [pin for pin in lock.pins if again or pin.address or present.get(pin.name, ("",))[0] != pin.version]
    commits = [pin for pin in waiting if pin.is_commit]
    verified = [pin for pin in waiting if not pin.is_commit]
    compiled = [pin for pin in verified if pin.name in lock.from_source or ":all:" in lock.from_source]
    ready = [pin for pin in verified if pin not in compiled]
    for group, options in (
        (ready, ["--only-binary", ":none:"]),
        ([pin for pin in compiled if pin.name not in lock.isolated], ["--no-binary", ":all:", "--no-build-isolation"]),
        ([pin for pin in compiled if pin.name in lock.isolated], ["--no-binary", ":all:"]),
    ):
        local = [pin for pin in group if any(_is_local(pin, folder, tags) for folder in folders)]
        remote = [pin for pin in group if pin not in local]
        replaced = [*options, "--force-reinstall"] if again else options
        _install(python, local, [*replaced, "--require-hashes", "--no-index"], find_links)
        _install(python, remote, [*replaced, "--require-hashes"], find_links)
    _install(python, commits, [], find_links)


def remove_others(python: Path, lock: RequirementsLock) -> None:
    """Removes what pip installed and the lock does not have, as pip-sync does; conda's packages stay."""
    locked = {pin.name for pin in lock.pins}
    others = [name for name, (_, who) in installed(python).items() if who in ("pip", "uv") and name not in locked and name not in _TOOLS]
    if others:
        say(f"Removing what is not in the lock: {', '.join(sorted(others))}.")
        processes.check(processes.run([python, "-m", "pip", "uninstall", "--yes", *sorted(others)]))


def _is_local(pin: Pin, folder: Path, tags: set[str]) -> bool:
    return not pin.address and any(
        f"sha256:{item.sha256}" in pin.hashes and _fits(item, tags) for item in local_files(folder, pin.name, pin.version)
    )


def _fits(item: Distribution, tags: set[str]) -> bool:
    """Whether this python can install the file: a source package, or a wheel for one of its tags."""
    if item.is_source:
        return True
    pythons, abis, platforms = item.filename[: -len(".whl")].split("-")[-3:]
    return any(f"{p}-{a}-{m}" in tags for p in pythons.split(".") for a in abis.split(".") for m in platforms.split("."))


def _install(python: Path, pins: list[Pin], options: list[str], links: list[str]) -> None:
    if not pins:
        return
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "requirements.txt"
        path.write_text("".join(pin.render() for pin in pins), encoding="utf-8")
        arguments: list[str | Path] = [python, "-m", "pip", "install", "--no-deps", "--no-compile", *options, "--requirement", path]
        for link in links:
            arguments += ["--find-links", link]
        # What is compiled here holds no time of its own.
        result = processes.run(arguments, variables={"SOURCE_DATE_EPOCH": settings.source_date_epoch() or str(settings.WHEEL_EPOCH)})
    if result.code != 0:
        raise Failure(
            "the locked pip packages could not be installed.",
            {"packages": ", ".join(pin.requirement for pin in pins[:20]), "output": result.last_lines()},
            _advice(result.err),
        )


def _advice(text: str) -> str:
    if "DO NOT MATCH THE HASHES" in text:
        return "find out why the file changed; only then solve again with USE_FROZEN=0"
    if "build dependencies" in text:
        return "name what the build needs in a .pip list, and compile with env-src-install --no-build-isolation"
    if "No matching distribution" in text or "Could not find a version" in text:
        return "check the index (PIP_INDEX_URL, PIP_FIND_LINKS), or solve again with USE_FROZEN=0"
    return "run the same command in the image by hand (Dev)"


def compile_all(python: Path, prefix: Path) -> None:
    """Compiles python files so that the result does not depend on their times."""
    folders = sorted(prefix.glob("lib/python3*/site-packages"))
    # A package may hold files for other pythons, which do not compile: no reason to stop.
    processes.run([python, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", *folders], show=False)


def read_lock(path: Path) -> RequirementsLock:
    """The lock in a file, complete with hashes; an empty one where there is no file."""
    if not path.is_file():
        return RequirementsLock()
    lock = requirements_lock.read(path)
    requirements_lock.check_complete(lock, path)
    return lock


def set_times(*folders: Path) -> None:
    """Gives all files the time SOURCE_DATE_EPOCH, so that an image's content does not depend on the day."""
    moment = int(settings.source_date_epoch())
    for folder in folders:
        for path in [folder, *folder.rglob("*")]:
            os.utime(path, (moment, moment), follow_symlinks=False)
