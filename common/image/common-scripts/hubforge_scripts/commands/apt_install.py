"""Installs Debian packages, floating or from locks."""

from __future__ import annotations

import time
from pathlib import Path

from .. import apt, debian
from ..command_line import parser, run
from ..messages import Failure


def main() -> int:
    """Entry point."""
    arguments = parser("apt-install", "Installs Debian packages without recommended ones, and leaves nothing else behind.")
    arguments.add_argument("packages", nargs="*", metavar="PACKAGE|LIST.apt")
    arguments.add_argument("--lock", action="append", type=Path, default=[], metavar="FILE", help="an apt.lock; versions and hashes are verified")
    options = arguments.parse_args()
    if not options.packages and not options.lock:
        arguments.error("name packages, an .apt list, or --lock FILE")
    return run(lambda: install(options.packages, options.lock))


def install(words: list[str], locks: list[Path]) -> None:
    """Installs locked packages first, then floating ones."""
    locked = [package for path in locks for package in debian.read_lock(path)]
    names: list[str] = []
    for word in words:
        if word.endswith(".apt"):
            names += debian.read_names(Path(word))
        elif word.startswith("-"):
            raise Failure(f"'{word}' is not the name of a Debian package.")
        else:
            names.append(word)
    if not locked and not names:
        return
    begin = time.time()
    apt.refresh()
    try:
        if locked:
            apt.install_locked(locked)
        apt.install_names(names)
    finally:
        apt.tidy(begin)
