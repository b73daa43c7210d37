"""Imports each module with the environment's python. One interpreter does them in turn; one that it dies of is a failure like any other."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Sequence

from .. import settings
from .report import Outcome, Report

_MODULE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")
# Told before and after each module, on a copy of standard output that modules cannot print to.
_CODE = """
import contextlib, importlib, io, json, os, sys, time, traceback
told = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
for name in sys.argv[1:]:
    print(json.dumps({"name": name}), file=told, flush=True)
    begin, message = time.monotonic(), ""
    try:
        importlib.import_module(name)
    except BaseException as error:
        message = f"{type(error).__name__}: {error}\\n{traceback.format_exc()}"
    print(json.dumps({"name": name, "seconds": time.monotonic() - begin, "message": message}), file=told, flush=True)
"""


def test(environment: str, modules: Sequence[str], report: Report) -> None:
    """Adds one outcome a module."""
    waiting = []
    for module in dict.fromkeys(modules):
        if _MODULE.match(module):
            waiting.append(module)
        else:
            report.add(Outcome(environment, "imports", module, "failed", 0.0, f"'{module}' is not the name of a module"))
    while waiting:
        done, current, end = _run(environment, waiting, report)
        waiting = waiting[done:]
        if waiting:
            report.add(Outcome(environment, "imports", current or waiting[0], "failed", 0.0, end))
            waiting = waiting[1:]


def _run(environment: str, modules: list[str], report: Report) -> tuple[int, str, str]:
    """Imports modules until python ends; returns how many are done, which was at work, and how python ended."""
    limit = settings.number("TEST_TIMEOUT", 1800)
    words = [str(settings.scripts_dir() / "env-run"), environment, "python", "-c", _CODE, *modules]
    done, current, begin = 0, "", time.monotonic()
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace") as process:
        try:
            out, err = process.communicate(timeout=limit)
            end = f"python ended with exit code {process.returncode}\n{err}"
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            end = f"not finished after {time.monotonic() - begin:.0f} s (the limit)\n{err}"
    for line in out.splitlines():
        told = json.loads(line)
        current = told["name"]
        if "seconds" in told:
            outcome = "failed" if told["message"] else "passed"
            report.add(Outcome(environment, "imports", current, outcome, told["seconds"], told["message"]))
            done, current = done + 1, ""
    return done, current, end
