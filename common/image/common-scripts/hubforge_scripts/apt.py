"""Runs apt: solves, installs locked versions, verifies files, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from . import processes, settings
from .debian import DebianPackage
from .indexes import sha256_of
from .messages import Failure, say, warn

_INST = re.compile(r"^Inst (?P<name>[^\s:]+)\S* (?:\[\S+\] )?\((?P<version>\S+) ")
_FIELD = re.compile(r"(?m)^(Package|Version|SHA256): (\S+)$")
_LEFT_BEHIND = (
    "var/log/dpkg.log",
    "var/log/alternatives.log",
    "var/log/apt/*",
    "var/cache/apt/*.bin",
    "var/cache/debconf/*-old",
    "var/cache/ldconfig/aux-cache",
    "var/lib/dpkg/*-old",
)
_SOLVE_AGAIN = "solve again with USE_FROZEN=0, or name an archive that keeps old versions (APT_SNAPSHOT_URL)"


def refresh() -> None:
    """Fetches apt's lists."""
    processes.check(_run("update", "--quiet"), "check the network, APT_PROXY and the mirror of the base image")


def solve(names: list[str]) -> list[DebianPackage]:
    """All packages that installing these would add, with version and hash."""
    result = _run("install", "--simulate", "--yes", *names, show=False)
    if result.code != 0:
        raise Failure(
            "the Debian packages could not be solved.", {"packages": ", ".join(names), "solver": result.err + result.out}, "correct the .apt list"
        )
    added = [(match["name"], match["version"]) for match in map(_INST.match, result.out.splitlines()) if match]
    hashes = offers(name for name, _ in added)
    unknown = [f"{name} {version}" for name, version in added if (name, version) not in hashes]
    if unknown:
        raise Failure("apt knows no SHA-256 of some packages.", {"packages": ", ".join(unknown)}, "a mirror with complete lists")
    return [DebianPackage(name, version, hashes[name, version]) for name, version in added]


def offers(names: Iterable[str]) -> dict[tuple[str, str], str]:
    """The SHA-256 of every version that apt can get, by name and version. One call: each costs apt a second."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    text = processes.run(["apt-cache", "show", "--all-versions", *wanted], show=False).out
    found = (dict(_FIELD.findall(stanza)) for stanza in text.split("\n\n"))
    return {(item["Package"], item["Version"]): item["SHA256"] for item in found if len(item) == 3}


def install_names(names: list[str]) -> None:
    """Installs the newest versions."""
    if names:
        processes.check(_run("install", "--yes", *names), "correct the .apt list")


def install_locked(packages: list[DebianPackage], options: Sequence[str] = ()) -> None:
    """Installs locked versions where they can be had, names those that drifted, and verifies each file before it is unpacked.

    `options` are apt's own, for the last step.
    """
    present = _installed([package.name for package in packages])
    missing = [package for package in newest(packages) if present.get(package.name) != package.version]
    if not missing:
        say("All locked Debian packages are there already.")
        return
    try:
        drifted = _drifted(missing)
        if drifted and settings.variable("APT_SNAPSHOT_URL"):
            _add_snapshot(settings.variable("APT_SNAPSHOT_URL"))
            drifted = _drifted(missing)
        _report(drifted)
        wanted = [package.name if package in drifted else package.exact for package in missing]
        processes.check(_run("install", "--yes", "--allow-downgrades", "--download-only", *wanted), _SOLVE_AGAIN)
        _verify([package for package in missing if package not in drifted])
        processes.check(_run("install", "--yes", "--allow-downgrades", *options, *wanted), _SOLVE_AGAIN)
    finally:
        _snapshot_list().unlink(missing_ok=True)


@contextmanager
def without_compiling() -> Iterator[list[str]]:
    """apt's options that spare the compiling of python files, half of the time of an installation that is thrown away."""
    with tempfile.TemporaryDirectory() as scratch:
        program = Path(scratch) / "py3compile"
        program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        program.chmod(0o755)
        yield ["-o", f"DPkg::Path={scratch}:/usr/sbin:/usr/bin:/sbin:/bin"]


def newest(packages: list[DebianPackage]) -> list[DebianPackage]:
    """One entry a name: locks of two environments may have been made on different days."""
    chosen: dict[str, DebianPackage] = {}
    for package in packages:
        other = chosen.get(package.name)
        if other and other.version != package.version:
            warn(f"two locks differ in {package.name}: {other.version} and {package.version}; the newer is taken.")
            if processes.run(["dpkg", "--compare-versions", package.version, "gt", other.version], show=False).code != 0:
                continue
        chosen[package.name] = package
    return list(chosen.values())


def tidy(begin: float) -> None:
    """Removes what installing since `begin` leaves: logs, caches, old copies, and with SOURCE_DATE_EPOCH the times.

    What cache mounts hold stays, for it is in no layer.
    """
    root = settings.system_root()
    for pattern in _LEFT_BEHIND:
        for path in root.glob(pattern):
            path.unlink(missing_ok=True)
    for folder, pattern in ((root / "var/lib/apt/lists", "*_*"), (settings.apt_archives_dir(), "*.deb")):
        if not os.path.ismount(folder):
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
    if settings.source_date_epoch():
        moment = f"@{settings.source_date_epoch()}"
        # Compiled python files name the time of their source, so sources keep theirs.
        made = ["-newerct", f"@{int(begin)}", "!", "-name", "*.py", "-newermt", moment]
        processes.run(["find", root, "-xdev", *made, "-exec", "touch", "--no-dereference", "--date", moment, "{}", "+"], show=False)


def _run(command: str, *words: str, show: bool = True) -> processes.Result:
    # An image of ours is set up like this already; a pulled one is not.
    options = ["-o", "APT::Install-Recommends=false", "-o", "Dpkg::Use-Pty=0", "-o", f"Dir::Cache::archives={settings.apt_archives_dir()}"]
    options += ["-o", "APT::Keep-Downloaded-Packages=true", "-o", "Dpkg::Options::=--force-confold", "-o", "Dpkg::Options::=--force-unsafe-io"]
    return processes.run(["apt-get", *options, command, *words], variables={"DEBIAN_FRONTEND": "noninteractive"}, show=show)


def _installed(names: list[str]) -> dict[str, str]:
    shown = "${Package} ${db:Status-Status} ${Version}\\n"
    lines = processes.run(["dpkg-query", "--show", f"--showformat={shown}", *names], show=False).out.splitlines()
    facts = (line.split(" ") for line in lines)
    return {name: version for name, status, version in facts if status == "installed"}


def _drifted(packages: list[DebianPackage]) -> dict[DebianPackage, str]:
    """Those whose locked version apt cannot get, each with the versions that it can."""
    offered = offers(package.name for package in packages)
    return {
        package: ", ".join(version for name, version in offered if name == package.name) or "nothing"
        for package in packages
        if (package.name, package.version) not in offered
    }


def _report(drifted: dict[DebianPackage, str]) -> None:
    lines = [f"{package.name}: locked {package.version}, offered {offered}" for package, offered in drifted.items()]
    if lines and settings.strict_locks():
        raise Failure("locked versions of Debian packages are not offered any more.", {"drifted": "\n".join(lines)}, _SOLVE_AGAIN)
    for line in lines:
        warn(f"Debian package drifted: {line}")


def _snapshot_list() -> Path:
    return settings.system_root() / "etc/apt/sources.list.d/hubforge-snapshot.list"


def _add_snapshot(url: str) -> None:
    release = (settings.system_root() / "etc/os-release").read_text(encoding="utf-8")
    match = re.search(r"(?m)^VERSION_CODENAME=(\S+)$", release)
    suite = match[1] if match else "stable"
    _snapshot_list().write_text(f"deb [check-valid-until=no] {url} {suite} main\n", encoding="utf-8")
    refresh()


def _verify(packages: list[DebianPackage]) -> None:
    """Compares the downloaded files with the lock."""
    for package in packages:
        # apt writes the colon of an epoch as %3a.
        stem = f"{package.name}_{package.version.replace(':', '%3a')}_"
        files = sorted(settings.apt_archives_dir().glob(f"{stem}*.deb"))
        wrong = [path for path in files if sha256_of(path) != package.sha256]
        if wrong or not files:
            facts = {"file": wrong[0] if wrong else f"{stem}*.deb", "locked": package.sha256, "found": sha256_of(wrong[0]) if wrong else "no file"}
            raise Failure(
                f"the file of Debian package {package.name} is not the locked one.",
                facts,
                "find out why the file changed; only then solve again with USE_FROZEN=0",
            )
