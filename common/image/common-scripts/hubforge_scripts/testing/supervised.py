"""Runs one test's program with a time limit, and ends every process that it started, wherever those moved to."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MARK = "HUBFORGE_TEST"
_GRACE = 5.0
_running: set[str] = set()


@dataclass(frozen=True)
class Ended:
    """How it ended: exit code, time, all that it printed."""

    code: int
    seconds: float
    output: str
    timed_out: bool


def run(words: Sequence[str], directory: Path, limit: float, prefix: str) -> Ended:
    """Runs to the end or the limit, streaming lines with a prefix.

    Kernels make sessions of their own, so the tree is known by a variable that every descendant inherits.
    """
    mark = f"{os.getpid()}-{uuid.uuid4().hex}"
    lines: list[str] = []
    begin = time.monotonic()
    _running.add(mark)
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            cwd=directory,
            env={**os.environ, _MARK: mark},
            start_new_session=True,
        )
        reader = threading.Thread(target=_stream, args=(process, lines, prefix), daemon=True)
        reader.start()
        try:
            code, timed_out = process.wait(limit), False
        except subprocess.TimeoutExpired:
            code, timed_out = 124, True
        end_all(mark)
        process.wait()
        reader.join(_GRACE)
    finally:
        end_all(mark)
        _running.discard(mark)
    return Ended(code, time.monotonic() - begin, "".join(lines), timed_out)


def end_running() -> None:
    """Ends what all running tests started: for a test run that is interrupted itself."""
    for mark in list(_running):
        end_all(mark, grace=1.0)


def _stream(process: subprocess.Popen[str], lines: list[str], prefix: str) -> None:
    for line in process.stdout or ():
        lines.append(line)
        print(f"{prefix} | {line}", end="", flush=True)


def end_all(mark: str, grace: float = _GRACE) -> None:
    """Asks every process with this mark to end, and after the grace period makes it."""
    deadline = time.monotonic() + grace
    signal_number = signal.SIGTERM
    while pids := _marked(mark):
        if time.monotonic() > deadline:
            signal_number = signal.SIGKILL
        for pid in pids:
            try:
                os.kill(pid, signal_number)
            except ProcessLookupError:
                continue
            except PermissionError:
                return
        time.sleep(0.1)


def _marked(mark: str) -> list[int]:
    wanted = f"{_MARK}={mark}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal() or int(entry.name) == os.getpid():
            continue
        try:
            if wanted in (entry / "environ").read_bytes().split(b"\0") and _is_alive(entry):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def _is_alive(entry: Path) -> bool:
    """Whether it still runs; a zombie does not, and waits for its parent alone."""
    return (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0] not in ("Z", "X")
