"""Runs notebooks and python files headless: each in a copy of its folder, under its kernel, with a time limit."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..lists import read_lines, without_comment
from ..messages import Failure
from . import sandbox, supervised
from .report import Outcome, Report

_SKIPPED = re.compile(r"#(?P<path>\S+\.(ipynb|py))(\s.*)?$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Notebook:
    """One entry of a list: what to run, and how."""

    written: str
    path: Path
    serial: bool = False
    skipped: bool = False


def read_notebooks(path: Path) -> list[Notebook]:
    """The entries of a list: `#path` is skipped, `!path` runs alone, after the others."""
    found: list[Notebook] = []
    for line in read_lines(path):
        skipped = _SKIPPED.match(line.strip())
        text = skipped["path"] if skipped else without_comment(line)
        if text:
            serial = text.startswith("!")
            found.append(Notebook(text.lstrip("!"), locate(text.lstrip("!"), path.parent), serial, bool(skipped)))
    return found


def locate(written: str, folder: Path) -> Path:
    """Where a path of a list is: absolute, in the list's folder, or in the user's home."""
    path = Path(os.path.expandvars(os.path.expanduser(written)))
    places = [folder / path, Path.home() / path]
    return next((place for place in places if place.exists()), places[0])


def run_all(environment: str, notebooks: list[Notebook], jobs: int, limit: float, report: Report) -> None:
    """Adds one outcome a notebook: the parallel ones first, up to `jobs` at once, then the serial ones."""
    for notebook in notebooks:
        if notebook.skipped:
            report.add(Outcome(environment, "notebooks", notebook.written, "skipped", 0.0, "skipped in its list"))
    active = [notebook for notebook in notebooks if not notebook.skipped]
    parallel = [notebook for notebook in active if not notebook.serial]
    try:
        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            for future in [pool.submit(_run_one, environment, notebook, limit, report) for notebook in parallel]:
                future.result()
        for notebook in active:
            if notebook.serial:
                _run_one(environment, notebook, limit, report)
    except BaseException:
        supervised.end_running()
        raise


def _run_one(environment: str, notebook: Notebook, limit: float, report: Report) -> None:
    if not notebook.path.is_file():
        message = f"there is no file {notebook.path}, nor {Path.home() / notebook.written}"
        report.add(Outcome(environment, "notebooks", notebook.written, "failed", 0.0, message))
        return
    with tempfile.TemporaryDirectory(prefix="notebook-") as scratch:
        folder = sandbox.copy_folder(notebook.path.parent, Path(scratch) / "work")
        copy, result = folder / notebook.path.name, Path(scratch) / "result.ipynb"
        try:
            words = command(environment, copy, result, limit)
        except Failure as failure:
            report.add(Outcome(environment, "notebooks", notebook.written, "failed", 0.0, str(failure)))
            return
        ended = supervised.run(words, folder, limit, notebook.path.name)
        message = _message(ended, result, limit)
    outcome = "failed" if ended.code != 0 or ended.timed_out else "passed"
    report.add(Outcome(environment, "notebooks", notebook.written, outcome, ended.seconds, message if outcome == "failed" else ""))


def command(environment: str, path: Path, result: Path, limit: float) -> list[str]:
    """The program that runs a file: the environment's python, or the first of Jupyter's runners that the image has."""
    if path.suffix == ".py":
        return [str(settings.scripts_dir() / "env-run"), environment, "python", str(path)]
    if shutil.which("papermill"):
        options = ["--kernel", environment, "--cwd", str(path.parent), "--no-progress-bar", "--log-output"]
        return ["papermill", *options, str(path), str(result)]
    if shutil.which("jupyter-nbconvert"):
        options = ["--execute", f"--ExecutePreprocessor.kernel_name={environment}", f"--ExecutePreprocessor.timeout={int(limit)}"]
        return ["jupyter-nbconvert", "--to", "notebook", *options, "--output", str(result), str(path)]
    raise Failure("nothing in this image runs notebooks.", {"looked for": "papermill, jupyter-nbconvert"}, "install papermill in the base image")


def _message(ended: supervised.Ended, result: Path, limit: float) -> str:
    if ended.timed_out:
        return f"not finished after {limit:.0f} s (the limit); its processes were ended\n" + _tail(ended.output)
    return _error_of(result) or _end_of(ended)


def _end_of(ended: supervised.Ended) -> str:
    """Why a runner ended that left no notebook: its last line says it, such as NoSuchKernel; the first is what it began with."""
    tail = _tail(ended.output)
    last = next((line for line in reversed(tail.splitlines()) if line.strip()), "it said nothing")
    return f"{last.strip()} (exit code {ended.code})\n{tail}"


def _error_of(result: Path) -> str:
    """The exception that a cell of the run notebook holds."""
    try:
        cells = json.loads(result.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return ""
    for number, cell in enumerate((cell for cell in cells if cell.get("cell_type") == "code"), start=1):
        for output in cell.get("outputs", []):
            if output.get("output_type") == "error":
                trace = _COLOUR.sub("", "\n".join(output.get("traceback", [])))
                return f"{output.get('ename')}: {output.get('evalue')} (code cell {number})\n{trace}"
    return ""


def _tail(output: str) -> str:
    return "\n".join(_COLOUR.sub("", output).splitlines()[-40:])
