"""Writes locks: a whole environment in one file, and lock folders that change in one step."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .managers import Manager
from .managers.explicit import variables_section
from .requirements_lock import RequirementsLock


def frozen_yml(name: str, manager: Manager, lock: RequirementsLock) -> str:
    """One file in the style of `conda env export`, the pip packages with their hashes."""
    channels, packages = manager.describe(name)
    lines = [f"name: {name}"]
    lines += ["channels:", *(f"  - {channel}" for channel in channels)] if channels else ["channels: []"]
    lines += ["dependencies:", *(f"  - {package}" for package in packages)]
    if lock.pins:
        lines.append("  - pip:")
        lines += [f"    - --no-binary {package}" for package in sorted(lock.from_source)]
        for pin in sorted(lock.pins, key=lambda pin: pin.name):
            lines.append("    - " + " ".join([pin.requirement, *(f"--hash={value}" for value in sorted(pin.hashes))]))
    return "\n".join([*lines, *variables_section(manager.variables(name)), ""])


@contextmanager
def folder_in_one_step(target: Path) -> Iterator[Path]:
    """A scratch folder beside the target that takes its place at the end; after a failure the target is as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    old = scratch.with_name(scratch.name + ".old")
    try:
        fresh = scratch / "new"
        fresh.mkdir()
        yield fresh
        if target.exists():
            target.rename(old)
        try:
            fresh.rename(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def write_file(path: Path, text: str) -> None:
    """Writes a file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.new")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)
