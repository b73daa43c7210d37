"""Explicit files of conda: the addresses of all packages of an environment, with their hashes."""

from __future__ import annotations

import json
import re
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..lists import read_lines
from ..messages import Failure

_FILE = re.compile(r"(?P<name>.+)-(?P<version>[^-]+)-(?P<build>[^-]+?)(?:\.conda|\.tar\.bz2)$")
_LINE = re.compile(r"(?P<url>[a-z]+://[^\s#]+)(?:#(?:(?P<md5>[0-9a-f]{32})|sha256:(?P<sha256>[0-9a-f]{64})|(?P<bare>[0-9a-f]{64})))?$")

# The first line of `list --explicit` of mamba and micromamba.
_HEADING = "List of packages in environment:"


@dataclass(frozen=True)
class Package:
    """One package file."""

    url: str
    md5: str = ""
    sha256: str = ""

    @staticmethod
    def from_reply(item: dict) -> Package:
        """The package of one LINK entry of a JSON reply."""
        return Package(_without_login(item.get("url") or ""), item.get("md5") or "", item.get("sha256") or "")

    @property
    def _parts(self) -> re.Match[str]:
        match = _FILE.match(urllib.parse.unquote(self.url.rsplit("/", 1)[-1]))
        if not match:
            raise Failure("a package's address does not end in name-version-build.", {"address": self.url})
        return match

    @property
    def name(self) -> str:
        return self._parts["name"]

    @property
    def exact(self) -> str:
        return f"{self._parts['name']}={self._parts['version']}={self._parts['build']}"

    @property
    def channel(self) -> str:
        """The address of its channel: without the platform and the file."""
        return self.url.rsplit("/", 2)[0]

    def render(self) -> str:
        if self.md5:
            return f"{self.url}#{self.md5}"
        return f"{self.url}#sha256:{self.sha256}" if self.sha256 else self.url


def _without_login(url: str) -> str:
    """A lock is committed, so it never holds a password; the program's own settings have it."""
    parts = urllib.parse.urlsplit(url)
    return urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if parts.username else url


@dataclass(frozen=True)
class ExplicitLock:
    """The packages of an environment in the order of installation."""

    packages: list[Package]
    subdir: str

    @staticmethod
    def parse(text: str, source: str) -> ExplicitLock:
        packages: list[Package] = []
        subdir = ""
        for number, raw in enumerate(text.splitlines(), start=1):
            line = raw.strip()
            if line.startswith("# platform:"):
                subdir = line.split(":", 1)[1].strip()
            if not line or line.startswith(("#", _HEADING)) or line == "@EXPLICIT":
                continue
            match = _LINE.match(line)
            if not match:
                raise Failure(f"{source}:{number} is not the address of a conda package.", {"line": line[:200]}, "the form of 'env export --explicit'")
            packages.append(Package(_without_login(match["url"]), match["md5"] or "", match["sha256"] or match["bare"] or ""))
        return ExplicitLock(packages, subdir or settings.conda_subdir())

    @staticmethod
    def read(path: Path) -> ExplicitLock:
        return ExplicitLock.parse("\n".join(read_lines(path)), str(path))

    def require_hashes(self, path: Path) -> None:
        """Fails on packages without a hash, which the programs would install with a mere warning."""
        bare = [package.url for package in self.packages if not package.md5 and not package.sha256]
        if bare:
            raise Failure(f"{path} names packages without hashes.", {"packages": "\n".join(bare)}, "solve again with USE_FROZEN=0")

    def render(self) -> str:
        head = ["# Addresses of the conda packages, written by env-conda. Change the specs and solve again instead."]
        head += [f"# platform: {self.subdir}"] if self.subdir else []
        return "\n".join([*head, "@EXPLICIT", *(package.render() for package in self.packages), ""])

    def describe(self) -> tuple[list[str], list[str]]:
        channels = list(dict.fromkeys(package.channel for package in self.packages))
        return channels, sorted(package.exact for package in self.packages)

    def write(self, target: Path, environment: str, variables: dict[str, str] | None = None) -> None:
        """Writes the lock and its readable form into a lock folder; an explicit file has no place for variables."""
        channels, packages = self.describe()
        lines = [f"name: {environment}", "channels:", *(f"  - {channel}" for channel in channels)]
        lines += ["dependencies:", *(f"  - {package}" for package in packages)]
        lines += variables_section(variables or {})
        lines.append("")
        (target / "requirements.yml").write_text("\n".join(lines), encoding="utf-8")
        (target / f"conda-{self.subdir}.lock").write_text(self.render(), encoding="utf-8")

    def check_installed(self, prefix: Path) -> None:
        """Fails unless every package is there: an interrupted or half-failed run can look finished."""
        present = {path.stem for path in (prefix / "conda-meta").glob("*.json")}
        missing = [package.exact for package in self.packages if package.exact.replace("=", "-") not in present]
        if missing:
            raise Failure(f"packages are missing from the environment in {prefix}.", {"missing": "\n".join(missing)}, "run it again")
        wrong = [package.exact for package in self.packages if package.sha256 and _installed_hash(prefix, package) not in ("", package.sha256)]
        if wrong:
            raise Failure(f"packages in {prefix} are not those of the lock.", {"packages": "\n".join(wrong)}, "empty the package cache with env-clean")


def _installed_hash(prefix: Path, package: Package) -> str:
    record = prefix / "conda-meta" / f"{package.exact.replace('=', '-')}.json"
    return json.loads(record.read_text(encoding="utf-8")).get("sha256") or ""


def variables_section(variables: dict[str, str]) -> list[str]:
    """The lines of a conda spec that declare these variables."""
    return ["variables:", *(f"  {name}: {_quoted(value)}" for name, value in variables.items())] if variables else []


def _quoted(value: str) -> str:
    mark = '"' if "'" in value else "'"
    return f"{mark}{value}{mark}"
