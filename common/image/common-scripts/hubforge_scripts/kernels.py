"""Registers an environment as a Jupyter kernel of the same name."""

from __future__ import annotations

import json
from pathlib import Path

from . import processes, settings
from .environment import Environment
from .messages import say, warn


def register(environment: Environment, python: Path) -> Path:
    """Writes the kernel's specification where every Jupyter server of the image finds it; returns its folder."""
    display = environment.display_name
    if display is None:
        warn(f"{environment.folder / 'kernel.name'} is missing, so JupyterLab shows the name {environment.name}.")
    if processes.run([python, "-c", "import ipykernel"], show=False).code != 0:
        warn(f"environment {environment.name} has no ipykernel, so its kernel cannot start; add ipykernel to its specs.")
    folder = settings.kernels_dir() / environment.name
    folder.mkdir(parents=True, exist_ok=True)
    run = str(settings.scripts_dir() / "env-run")
    specification = {
        "argv": [run, environment.name, "python", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": display or environment.name,
        "language": "python",
        "metadata": {"debugger": True},
    }
    (folder / "kernel.json").write_text(json.dumps(specification, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    say(f"{environment.name}: kernel '{display or environment.name}' in {folder}.")
    return folder
