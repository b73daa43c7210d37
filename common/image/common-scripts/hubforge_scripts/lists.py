"""Lists of names, one a line: blank lines and everything from a # on (at a line's start or after white space) are comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .messages import Failure

_COMMENT = re.compile(r"(^|\s)#.*$")


@dataclass(frozen=True)
class Entry:
    """One entry of a list and where it stands."""

    text: str
    path: Path
    line: int

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"


def read_lines(path: Path) -> list[str]:
    """The lines of a text file in UTF-8; a failure names the line that is not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Failure(f"{path} cannot be read.", {"reason": error.strerror}) from error
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failure(f"{path}:{line} is not UTF-8 text.", hint=f"save {path.name} as UTF-8") from error


def without_comment(line: str) -> str:
    return _COMMENT.sub("", line).strip()


def read_list(path: Path) -> list[Entry]:
    """The entries of a list, comments left out."""
    texts = ((number, without_comment(line)) for number, line in enumerate(read_lines(path), start=1))
    return [Entry(text, path, number) for number, text in texts if text]
