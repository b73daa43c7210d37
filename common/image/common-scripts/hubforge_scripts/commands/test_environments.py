"""Tests all environments of the image, or those named."""

from __future__ import annotations

from .. import environment, managers, settings
from ..command_line import parser, run
from ..messages import Failure
from ..testing import suite
from ..testing.report import Report

_DESCRIPTION = """Runs the tests of environments: imports, notebooks, tests/test. All failures are gathered; exit status 0 or 1.
Variables: TEST_JOBS, TEST_TIMEOUT (seconds), TEST_SETS (optional lists to run too), HUBFORGE_REPORT (a file for JSON lines)."""


def main() -> int:
    """Entry point of test-environments."""
    arguments = parser("test-environments", _DESCRIPTION)
    arguments.add_argument("environments", nargs="*", metavar="ENVIRONMENT")
    options = arguments.parse_args()
    return run(lambda: test(options.environments))


def main_of_one() -> int:
    """Entry point of env-test."""
    arguments = parser("env-test", _DESCRIPTION)
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: test([options.environment]))


def test(names: list[str]) -> int:
    """Tests them one after the other; inside each, notebooks run side by side."""
    specs = [environment.find(name) for name in dict.fromkeys(names)] or environment.list_environments()
    if not specs:
        facts = {"looked in": settings.environments_dir()}
        raise Failure("there is no environment to test.", facts, "a folder there with a .pip, .apt, .conda or .yml list")
    options = suite.Options.from_variables()
    manager = managers.choose()
    report = Report()
    for spec in specs:
        suite.run(spec, manager, options, report)
    return report.close()
