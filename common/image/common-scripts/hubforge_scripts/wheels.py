"""Builds wheels: of the mission's own packages, the same bytes on every day and machine."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import processes, settings
from .messages import Failure, say

_NOT_SOURCE = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "dist", ".git", "*.pyc", ".pytest_cache")
_GENERATOR = re.compile(rb"(?m)^Generator: .*$")
_TIME = (1980, 1, 1, 0, 0, 0)


def image_python() -> Path:
    """The python of the image itself, even while an environment is active."""
    return Path(shutil.which("python3", path="/usr/local/bin:/usr/bin:/opt/conda/bin") or sys.executable)


def own_packages() -> list[Path]:
    """The folders of the mission's own packages."""
    root = settings.packages_dir()
    return [path for path in sorted(root.iterdir()) if (path / "pyproject.toml").is_file()] if root.is_dir() else []


@contextmanager
def own_wheels(needed: bool = True) -> Iterator[list[str]]:
    """Builds the wheels of the mission's own packages and gives them as find-links; none when there are no such packages."""
    packages = own_packages() if needed else []
    if not packages:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="own-wheels-") as target:
        for package in packages:
            say(f"Building the wheel of the mission's package {package.name}.")
            with tempfile.TemporaryDirectory() as scratch:
                source = _plain_copy(package, Path(scratch) / package.name)
                wheel = _build(image_python(), source, Path(scratch) / ".wheel")
                normalise(wheel, Path(target) / wheel.name)
        yield [target]


def _plain_copy(package: Path, target: Path) -> Path:
    """The sources with the access bits that every checkout would have."""
    shutil.copytree(package, target, ignore=_NOT_SOURCE)
    for path in [target, *target.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    return target


def _build(python: Path, source: Path, target: Path) -> Path:
    result = processes.run(
        [python, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--no-cache-dir", "--wheel-dir", target, source],
        variables={"SOURCE_DATE_EPOCH": str(settings.WHEEL_EPOCH), "PYTHONHASHSEED": "0"},
        show=False,
    )
    built = list(target.glob("*.whl")) if target.is_dir() else []
    if result.code != 0 or len(built) != 1:
        raise Failure(
            f"the mission's package {source.name} could not be built.",
            {"python": python, "output": result.last_lines()},
            "build it by hand with 'pip wheel --no-build-isolation --no-deps', and put what it needs to build into the base image",
        )
    return built[0]


def normalise(wheel: Path, target: Path) -> None:
    """Writes the wheel anew so that its bytes depend on its content alone, not on the tool's version, clock or compression."""
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in sorted(archive.namelist()) if not name.endswith("/")}
    record = next(name for name in files if name.endswith(".dist-info/RECORD"))
    metadata = record.replace("/RECORD", "/WHEEL")
    files[metadata] = _GENERATOR.sub(b"Generator: hubforge", files[metadata])
    files[record] = _record(files, record)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in [*(name for name in files if name != record), record]:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, files[name])
    os.utime(target, (settings.WHEEL_EPOCH, settings.WHEEL_EPOCH))


def _record(files: dict[str, bytes], record: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for name, data in files.items():
        if name != record:
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            writer.writerow([name, f"sha256={digest}", len(data)])
    writer.writerow([record, "", ""])
    return text.getvalue().encode()
