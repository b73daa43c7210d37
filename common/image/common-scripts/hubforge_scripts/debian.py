"""Lists and locks of Debian packages: a lock has name, version and hash of the whole closure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .lists import read_list
from .messages import Failure

_LOCKED = re.compile(r"(?P<name>[a-z0-9][a-z0-9+.-]*)=(?P<version>[A-Za-z0-9.+:~-]+) sha256:(?P<sha256>[0-9a-f]{64})$")
_NAME = re.compile(r"[a-z0-9][a-z0-9+.-]+(=[A-Za-z0-9.+:~-]+)?$")


@dataclass(frozen=True, order=True)
class DebianPackage:
    """One locked package."""

    name: str
    version: str
    sha256: str

    @property
    def exact(self) -> str:
        return f"{self.name}={self.version}"


def read_lock(path: Path) -> list[DebianPackage]:
    """The packages of an apt.lock; a failure names the line."""
    packages: list[DebianPackage] = []
    for entry in read_list(path):
        match = _LOCKED.match(entry.text)
        if not match:
            hint = "'name=version sha256:...'; solve again with USE_FROZEN=0"
            raise Failure(f"{entry.place} does not lock a Debian package.", {"line": entry.text[:200]}, hint)
        packages.append(DebianPackage(**match.groupdict()))
    return packages


def read_names(path: Path) -> list[str]:
    """The packages of an .apt list; a failure names the line."""
    for entry in read_list(path):
        if not _NAME.match(entry.text):
            raise Failure(f"{entry.place} is not the name of a Debian package.", {"line": entry.text}, "one package a line, or name=version")
    return [entry.text for entry in read_list(path)]


def render_lock(packages: list[DebianPackage], environment: str) -> str:
    head = f"# Debian packages that environment {environment} adds to the base image, written by env-lock."
    return "\n".join([head, *(f"{package.exact} sha256:{package.sha256}" for package in sorted(packages)), ""])
