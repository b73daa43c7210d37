"""Copies a test's folder, so that the test can write where it likes; big data is linked."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

BIG = 10 * 1024 * 1024
_SKIPPED = (".ipynb_checkpoints", "__pycache__", ".git")


def copy_folder(source: Path, target: Path) -> Path:
    """Copies files below 10 MiB, links larger ones, and keeps what links mean."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        if entry.name in _SKIPPED:
            continue
        copy = target / entry.name
        if entry.is_symlink():
            copy.symlink_to(os.path.join(source, os.readlink(entry.path)))
        elif entry.is_dir():
            copy_folder(Path(entry.path), copy)
        elif entry.is_file() and entry.stat().st_size >= BIG:
            copy.symlink_to(Path(entry.path).resolve())
        elif entry.is_file():
            shutil.copy2(entry.path, copy)
            copy.chmod(copy.stat().st_mode | 0o600)
    return target
