"""The tests of one environment, in their order: structure, imports, notebooks, script."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..environment import Environment
from ..lists import read_list
from ..managers import Manager
from ..messages import Failure, say
from . import imports, notebooks, supervised
from .notebooks import Notebook
from .report import Outcome, Report

OPTIONAL_SETS = ("notebooks-failing", "long-notebooks", "long-notebooks-failing")


@dataclass(frozen=True)
class Options:
    """How many notebooks at once, how long each may take in seconds, and which optional lists run too."""

    jobs: int
    limit: int
    sets: tuple[str, ...]

    @staticmethod
    def from_variables() -> Options:
        sets = tuple(settings.variable("TEST_SETS").split())
        unknown = [name for name in sets if name not in OPTIONAL_SETS]
        if unknown:
            raise Failure(f"TEST_SETS names unknown lists: {', '.join(unknown)}.", {"exist": ", ".join(OPTIONAL_SETS)}, f'TEST_SETS="{OPTIONAL_SETS[1]}"')
        return Options(settings.number("TEST_JOBS", min(2, os.cpu_count() or 1)), settings.number("TEST_TIMEOUT", 1800), sets)


def run(spec: Environment, manager: Manager, options: Options, report: Report) -> None:
    """Runs all phases; a failure in one does not keep the next from running."""
    say(f"\n=== {spec.name}")
    if not _structure(spec, manager, report):
        return
    try:
        _imports(spec, report)
        _notebooks(spec, options, report)
        _script(spec, options, report)
    except Failure as failure:
        report.add(Outcome(spec.name, "structure", "tests", "failed", 0.0, str(failure)))


def _structure(spec: Environment, manager: Manager, report: Report) -> bool:
    """Whether the environment is there to be tested; tells what it lacks."""

    def tell(name: str, outcome: str, message: str) -> None:
        report.add(Outcome(spec.name, "structure", name, outcome, 0.0, message))

    if spec.display_name is None:
        tell("kernel.name", "warning", f"{spec.folder / 'kernel.name'} is missing or empty")
    if not (settings.kernels_dir() / spec.name / "kernel.json").is_file():
        tell("kernel", "failed", f"no kernel '{spec.name}' is registered in {settings.kernels_dir()}; run kernel-setup {spec.name}")
    if not spec.tests.is_dir() or not any(spec.tests.iterdir()):
        tell("tests", "warning", f"{spec.tests} has no tests")
    if not manager.exists(spec.name):
        tell("environment", "failed", f"environment {spec.name} is not installed in {manager.prefix(spec.name)}")
        return False
    return True


def _imports(spec: Environment, report: Report) -> None:
    path = spec.tests / "imports"
    if path.is_file():
        imports.test(spec.name, [entry.text for entry in read_list(path)], report)


def _notebooks(spec: Environment, options: Options, report: Report) -> None:
    wanted: list[Notebook] = []
    listed: set[Path] = set()
    for name in ("notebooks", *OPTIONAL_SETS):
        path = spec.tests / name
        if path.is_file():
            entries = notebooks.read_notebooks(path)
            listed |= {entry.path.resolve() for entry in entries}
            wanted += entries if name == "notebooks" or name in options.sets else []
    for path in sorted(spec.tests.rglob("*.ipynb")) if spec.tests.is_dir() else []:
        if ".ipynb_checkpoints" not in path.parts and path.resolve() not in listed:
            wanted.append(Notebook(str(path.relative_to(spec.tests)), path))
    if wanted:
        notebooks.run_all(spec.name, wanted, options.jobs, options.limit, report)


def _script(spec: Environment, options: Options, report: Report) -> None:
    script = spec.tests / "test"
    if not script.is_file():
        return
    if not os.access(script, os.X_OK):
        report.add(Outcome(spec.name, "script", "test", "failed", 0.0, f"{script} is not executable"))
        return
    words = [str(settings.scripts_dir() / "env-run"), spec.name, str(script)]
    ended = supervised.run(words, spec.tests, options.limit, f"{spec.name}/test")
    message = f"not finished after {options.limit} s (the limit)" if ended.timed_out else f"ended with exit code {ended.code}\n{ended.output[-4000:]}"
    outcome = "failed" if ended.code != 0 or ended.timed_out else "passed"
    report.add(Outcome(spec.name, "script", "test", outcome, ended.seconds, message if outcome == "failed" else ""))
