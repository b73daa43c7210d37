"""Tests that an environment can import modules."""

from __future__ import annotations

from ..command_line import parser, run
from ..testing import imports
from ..testing.report import Report


def main() -> int:
    """Entry point."""
    arguments = parser("test-imports", "Imports each module with the python of an environment; all failures are gathered.")
    arguments.add_argument("kernel", help="the environment")
    arguments.add_argument("packages", nargs="+", metavar="MODULE")
    options = arguments.parse_args()
    return run(lambda: test(options.kernel, options.packages))


def test(kernel: str, modules: list[str]) -> int:
    report = Report()
    imports.test(kernel, modules, report)
    return report.close()
