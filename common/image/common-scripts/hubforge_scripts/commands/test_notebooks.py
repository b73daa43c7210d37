"""Runs notebooks headless under a kernel."""

from __future__ import annotations

from pathlib import Path

from ..command_line import parser, run
from ..testing import notebooks, suite
from ..testing.notebooks import Notebook
from ..testing.report import Report


def main() -> int:
    """Entry point."""
    arguments = parser("test-notebooks", "Runs notebooks and .py files headless, each in a copy of its folder; all failures are gathered.")
    arguments.add_argument("--jobs", type=int, help="how many at once (default: TEST_JOBS, or 2)")
    arguments.add_argument("--timeout", type=int, help="seconds for each (default: TEST_TIMEOUT, or 1800)")
    arguments.add_argument("kernel", help="the environment")
    arguments.add_argument("notebooks", nargs="+", metavar="NOTEBOOK", help="a path; '!path' runs alone, after the others")
    options = arguments.parse_args()
    for name in ("jobs", "timeout"):
        if getattr(options, name) is not None and getattr(options, name) < 1:
            arguments.error(f"--{name} must be at least 1")
    return run(lambda: test(options.kernel, options.notebooks, options.jobs, options.timeout))


def test(kernel: str, written: list[str], jobs: int | None, limit: int | None) -> int:
    defaults = suite.Options.from_variables()
    paths = [(text, text.lstrip("!")) for text in written]
    wanted = [Notebook(path, notebooks.locate(path, Path.cwd()), text.startswith("!")) for text, path in paths]
    report = Report()
    notebooks.run_all(kernel, wanted, jobs or defaults.jobs, limit or defaults.limit, report)
    return report.close()
