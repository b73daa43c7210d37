"""The frame of every Python command: arguments, errors, exit status (0 done, 1 failed, 2 usage, 130 interrupted)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from .messages import Failure


def parser(name: str, description: str) -> argparse.ArgumentParser:
    """A parser that does not guess abbreviated options."""
    return argparse.ArgumentParser(prog=name, description=description, allow_abbrev=False)


def run(action: Callable[[], int | None]) -> int:
    """Runs a command's action and turns an expected failure into its message and status 1."""
    try:
        return action() or 0
    except Failure as failure:
        sys.stdout.flush()
        print(f"error: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        if error.filename is None:
            raise
        sys.stdout.flush()
        facts = {"path": error.filename, "reason": error.strerror}
        print(f"error: {Failure('a file or folder cannot be used.', facts, 'the same command as its owner')}", file=sys.stderr)
        return 1
