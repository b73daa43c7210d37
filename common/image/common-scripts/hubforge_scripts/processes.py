"""The one door to other programs."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .messages import Failure

LAST_LINES = 20


@dataclass(frozen=True)
class Result:
    """How a program ended and what it printed."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str

    def last_lines(self) -> str:
        text = self.err.strip() or self.out.strip()
        return "\n".join(text.splitlines()[-LAST_LINES:])


def _pump(source: IO[str], kept: list[str], shown: IO[str] | None) -> None:
    for line in source:
        kept.append(line)
        if shown is not None:
            shown.write(line)
            shown.flush()


def _home() -> dict[str, str]:
    """Root's own home while root builds an image whose HOME is the user's, so that no cache of root's is left in there."""
    home = os.environ.get("HOME")
    foreign = os.geteuid() == 0 and home and os.path.isdir(home) and os.stat(home).st_uid != 0
    return {"HOME": "/root", "XDG_CACHE_HOME": "/root/.cache"} if foreign else {}


def run(
    arguments: Sequence[str | Path],
    *,
    variables: Mapping[str, str] | None = None,
    directory: Path | None = None,
    show: bool = True,
) -> Result:
    """Runs a program to its end; its lines are kept, and shown as they come unless told otherwise."""
    words = tuple(str(argument) for argument in arguments)
    out: list[str] = []
    err: list[str] = []
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            cwd=directory,
            env={**os.environ, **_home(), **(variables or {})},
        )
    except FileNotFoundError as error:
        raise Failure(f"the program {words[0]} was not found.", {"command": shlex.join(words)}, f"install {words[0]} in the image") from error
    except OSError as error:
        raise Failure(f"the program {words[0]} could not be started.", {"command": shlex.join(words), "reason": error.strerror}) from error
    with process:
        pumps = [
            threading.Thread(target=_pump, args=(process.stdout, out, sys.stdout if show else None)),
            threading.Thread(target=_pump, args=(process.stderr, err, sys.stderr if show else None)),
        ]
        for pump in pumps:
            pump.start()
        for pump in pumps:
            pump.join()
    return Result(words, process.returncode, "".join(out), "".join(err))


def check(result: Result, hint: str = "") -> Result:
    """Returns the result of a program that ended well, and fails with its last lines otherwise."""
    if result.code != 0:
        raise Failure(
            f"{result.arguments[0]} ended with exit code {result.code}.",
            {"command": shlex.join(result.arguments), "output": result.last_lines()},
            hint,
        )
    return result
