"""Names of Python packages, and of environments."""

from __future__ import annotations

import re

from .messages import Failure

_ENVIRONMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def canonical(name: str) -> str:
    """The one spelling of a Python package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def checked_environment(name: str) -> str:
    """An environment's name, which is a folder and a Jupyter kernel too."""
    if not _ENVIRONMENT.fullmatch(name):
        raise Failure(f"'{name}' cannot name an environment.", hint="letters, digits, '.', '-' and '_', beginning with a letter or digit")
    return name
