"""Reads conda environment specs: the part of YAML that they use, each entry with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .lists import Entry, read_lines, without_comment
from .messages import Failure, warn

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*:(?:\s+(?P<value>.*))?$")
_SELECTOR = re.compile(r"sel\((?P<system>\w+)\):\s*(?P<spec>.+)$")
_KNOWN = ("name", "channels", "dependencies", "variables", "prefix", "platforms")


@dataclass
class CondaSpec:
    """One conda environment spec."""

    path: Path
    name: str = ""
    channels: list[str] = field(default_factory=list)
    packages: list[Entry] = field(default_factory=list)
    pip: list[Entry] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)


def _malformed(path: Path, number: int, reason: str) -> Failure:
    return Failure(f"{path}:{number} is not a line of a conda environment spec.", {"reason": reason}, "the form that 'conda env export' writes")


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text


def _plain(line: str) -> str:
    """The line without its comment; a # inside quotes is none."""
    if "#" in line and re.search(r"""["'][^"']*#[^"']*["']""", line):
        return line.rstrip()
    text = without_comment(line)
    return line[: len(line) - len(line.lstrip())] + text if text else ""


class _Reader:
    def __init__(self, path: Path) -> None:
        self.spec = CondaSpec(path)
        self.section = ""
        self.pip_indent: int | None = None

    def read(self) -> CondaSpec:
        for number, raw in enumerate(read_lines(self.spec.path), start=1):
            line = _plain(raw)
            if not line.strip() or line.strip() in ("---", "..."):
                continue
            if "\t" in line[: len(line) - len(line.lstrip())]:
                raise _malformed(self.spec.path, number, "indented with a tab")
            self._take(line, number)
        return self.spec

    def _take(self, line: str, number: int) -> None:
        indent = len(line) - len(line.lstrip())
        text = line.strip()
        if text == "-" or text.startswith("- "):
            self._take_item(text[1:].strip(), indent, number)
        elif indent == 0:
            self._take_key(text, number)
        else:
            self._take_variable(text, number)

    def _take_key(self, text: str, number: int) -> None:
        match = _KEY.match(text)
        if not match:
            raise _malformed(self.spec.path, number, f"'{text}' has no key")
        self.section, self.pip_indent = match["key"], None
        value = _scalar(match["value"] or "")
        if self.section not in _KNOWN:
            warn(f"{self.spec.path}:{number} the key '{self.section}' means nothing to conda.")
        elif self.section == "name":
            self.spec.name = value
        elif value.startswith("[") and value.endswith("]"):
            for item in filter(None, (part.strip() for part in value[1:-1].split(","))):
                self._take_item(item, 0, number)
        elif value and self.section in ("channels", "dependencies", "variables") and value not in ("{}", "null", "~"):
            raise _malformed(self.spec.path, number, f"{self.section} is a list")

    def _take_item(self, text: str, indent: int, number: int) -> None:
        if self.section == "channels":
            self.spec.channels.append(_scalar(text))
        elif self.section == "dependencies":
            self._take_dependency(text, indent, number)
        elif self.section in ("", "name", "variables", "prefix"):
            raise _malformed(self.spec.path, number, "a list item belongs to channels or dependencies")

    def _take_dependency(self, text: str, indent: int, number: int) -> None:
        if self.pip_indent is not None and indent <= self.pip_indent:
            self.pip_indent = None
        selector = _SELECTOR.match(text)
        if selector and selector["system"] not in ("linux", "unix"):
            return
        entry = Entry(_scalar(selector["spec"] if selector else text), self.spec.path, number)
        if text in ("pip:", '"pip":', "'pip':"):
            self.pip_indent = indent
        elif not entry.text:
            raise _malformed(self.spec.path, number, "an empty item")
        elif self.pip_indent is not None:
            self.spec.pip.append(entry)
        elif not selector and (_KEY.match(text) or text.startswith(("{", "sel(", "-"))):
            raise _malformed(self.spec.path, number, "only 'pip:' may hold a list of its own")
        else:
            self.spec.packages.append(entry)

    def _take_variable(self, text: str, number: int) -> None:
        match = _KEY.match(text)
        if self.section == "variables" and match:
            self.spec.variables[match["key"]] = _scalar(match["value"] or "")
        elif self.section in _KNOWN:
            raise _malformed(self.spec.path, number, f"'{text}' is no list item")


def read(path: Path) -> CondaSpec:
    """The spec in a file; a failure names the file and the line."""
    return _Reader(path).read()
