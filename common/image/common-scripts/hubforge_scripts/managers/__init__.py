"""The managers of environments, and the one place that says which of them rules an image."""

from __future__ import annotations

import shutil
from pathlib import Path

from .. import settings
from ..messages import Failure
from .conda import CondaManager
from .manager import Manager
from .venv import VenvManager

NAMES = ("mamba", "micromamba", "conda", "venv")


def _program(name: str) -> Path | None:
    """Where a conda program is: the variable that its own installer sets, PATH, or the usual folder."""
    told = Path(settings.variable("MAMBA_EXE")) if name in ("mamba", "micromamba") else Path(settings.variable("CONDA_EXE"))
    if told.name == name and told.is_file():
        return told
    found = shutil.which(name) or shutil.which(name, path="/opt/conda/bin:/opt/conda/condabin")
    return Path(found) if found else None


def choose() -> Manager:
    """The manager that ENV_MANAGER names, or else the first conda program that the image has, or else venv."""
    wanted = settings.variable("ENV_MANAGER")
    if wanted and wanted not in NAMES:
        raise Failure(f"there is no environment manager '{wanted}'.", {"exist": ", ".join(NAMES)}, "ENV_MANAGER=venv")
    if wanted == "venv":
        return VenvManager()
    for name in (wanted,) if wanted else NAMES[:-1]:
        program = _program(name)
        if program:
            return CondaManager(name, program)
    if wanted:
        raise Failure(f"ENV_MANAGER says {wanted}, which this image does not have.", hint="the manager in mission.yml, or another base image")
    return VenvManager()
