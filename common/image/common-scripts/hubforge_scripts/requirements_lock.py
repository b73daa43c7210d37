"""requirements.txt as a lock: every package with its exact version, the hashes of its files, and who asked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .lists import read_lines
from .messages import Failure
from .names import canonical

_PINNED = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*(?P<version>[^\s;,]+)(?:\s*;.*)?$")
_DIRECT = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*@\s*(?P<address>\S+)(?:\s*;.*)?$")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})(?=\s|$)")
_COMMIT = re.compile(r"^(git|hg|bzr|svn)\+.*@[0-9a-f]{40}(#.*)?$")
_ISOLATED = "# build-isolation:"


@dataclass
class Pin:
    """One locked package. A version-control address ends in a full commit and has no hashes."""

    name: str
    version: str = ""
    address: str = ""
    hashes: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)

    @property
    def is_commit(self) -> bool:
        return bool(_COMMIT.match(self.address))

    @property
    def requirement(self) -> str:
        return f"{self.name} @ {self.address}" if self.address else f"{self.name}=={self.version}"

    def render(self) -> str:
        lines = " \\\n".join([self.requirement, *(f"    --hash={value}" for value in sorted(self.hashes))])
        if len(self.via) == 1:
            return f"{lines}\n    # via {self.via[0]}\n"
        return "\n".join([lines, "    # via", *(f"    #   {reason}" for reason in sorted(self.via)), ""])


@dataclass
class RequirementsLock:
    """The pip part of an environment's lock. What is in `from_source` is compiled from its source package."""

    pins: list[Pin] = field(default_factory=list)
    from_source: set[str] = field(default_factory=set)
    isolated: set[str] = field(default_factory=set)

    def find(self, name: str) -> Pin | None:
        return next((pin for pin in self.pins if pin.name == canonical(name)), None)

    def render(self, environment: str) -> str:
        head = [
            f"# Lock of the pip packages of environment {environment}, solved by env-compile. Change the specs and solve again instead.",
            *(f"{_ISOLATED} {name}" for name in sorted(self.isolated)),
            *(f"--no-binary {name}" for name in sorted(self.from_source)),
        ]
        pins = sorted(self.pins, key=lambda pin: pin.name)
        return "\n".join(head) + "\n" + "".join(pin.render() for pin in pins)


def _logical_lines(path: Path) -> list[tuple[int, str]]:
    """Lines with continuations joined, each with the number of its first."""
    found: list[tuple[int, str]] = []
    parts: list[str] = []
    start = 0
    for number, line in enumerate(read_lines(path), start=1):
        start = start if parts else number
        text = line.rstrip()
        if text.endswith("\\"):
            parts.append(text[:-1])
            continue
        found.append((start, " ".join([*parts, text]).strip()))
        parts = []
    if parts:
        found.append((start, " ".join(parts).strip()))
    return found


def parse_pin(path: Path, number: int, text: str) -> Pin:
    """The package that one line locks; a failure names the file and the line."""
    hashes = _HASH.findall(text)
    requirement = re.sub(r"(^|\s)#.*$", "", _HASH.sub("", text)).strip()
    for form in (_DIRECT, _PINNED):
        match = form.match(requirement)
        if match:
            facts = match.groupdict()
            return Pin(canonical(facts["name"]), facts.get("version") or "", facts.get("address") or "", hashes)
    raise Failure(
        f"{path}:{number} does not lock a package.",
        {"line": text[:200]},
        "solve again with USE_FROZEN=0; a lock line reads 'name==version --hash=sha256:...' or 'name @ address'",
    )


def read(path: Path) -> RequirementsLock:
    """The lock in a file; a failure names the file and the line."""
    lock = RequirementsLock()
    for number, text in _logical_lines(path):
        if text.startswith(_ISOLATED):
            lock.isolated.add(canonical(text[len(_ISOLATED) :].strip()))
        elif text.startswith("# via "):
            lock.pins[-1].via.append(text[len("# via ") :]) if lock.pins else None
        elif text.startswith("#   ") and lock.pins:
            lock.pins[-1].via.append(text[1:].strip())
        elif text.startswith("--no-binary"):
            lock.from_source.update(canonical(name) for name in re.split(r"[\s=,]+", text)[1:] if name)
        elif text and not text.startswith("#"):
            lock.pins.append(parse_pin(path, number, text))
    return lock


def check_complete(lock: RequirementsLock, path: Path) -> None:
    """Fails when something in the lock cannot be verified: neither hashes nor a full commit."""
    bare = [pin.requirement for pin in lock.pins if not pin.hashes and not pin.is_commit]
    if bare:
        raise Failure(
            f"{path} locks packages without hashes.",
            {"packages": ", ".join(bare)},
            "solve again with USE_FROZEN=0, so that every file gets its hash",
        )
