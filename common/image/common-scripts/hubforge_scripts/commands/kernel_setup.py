"""Registers an environment as a Jupyter kernel."""

from __future__ import annotations

from .. import environment, kernels, managers
from ..command_line import parser, run
from ..messages import Failure


def main() -> int:
    """Entry point."""
    arguments = parser("kernel-setup", "Registers an environment as the Jupyter kernel of the same name; kernel.name says what JupyterLab shows.")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: register(options.environment))


def register(name: str) -> None:
    spec = environment.find(name)
    manager = managers.choose()
    if not manager.exists(name):
        raise Failure(f"environment {name} is not installed.", {"missing": manager.prefix(name)}, f"env-install {name}")
    kernels.register(spec, manager.python(name))
