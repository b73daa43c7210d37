"""Virtual environments on the image's own python, for images without conda."""

from __future__ import annotations

import shutil
from pathlib import Path

from .. import processes, settings
from ..environment import Environment
from ..lists import Entry
from ..messages import Failure, say
from ..wheels import image_python
from .manager import Manager

# Debian's copies of what a fresh environment needs, for use without an index.
_DEBIAN_WHEELS = Path("/usr/share/python-wheels")


class VenvManager(Manager):
    """`python -m venv`. An environment with Debian packages sees the image's own packages."""

    name = "venv"

    def prefix(self, name: str) -> Path:
        return settings.envs_dir() / name

    def create_from_specs(self, environment: Environment, target: Path | None) -> None:
        self._refuse_conda(environment)
        self._create(environment.name, sees_image=bool(environment.specs(".apt")))

    def create_from_lock(self, environment: Environment, lock: Path) -> None:
        self._create(environment.name, sees_image=(lock / "apt.lock").is_file())

    def create_empty(self, name: str) -> None:
        self._create(name, sees_image=False)

    def clone(self, source: str, name: str) -> None:
        sees_image = source == "base" or "include-system-site-packages = true" in self._configuration(source)
        self._create(name, sees_image)
        if source == "base":
            return
        listed = processes.check(processes.run([self.python(source), "-m", "pip", "list", "--local", "--format", "freeze"], show=False)).out
        wanted = [line for line in listed.splitlines() if line and not line.startswith(("pip==", "setuptools=="))]
        if wanted:
            processes.check(processes.run([self.python(name), "-m", "pip", "install", "--no-deps", *wanted]))

    def install(self, name: str, channels: list[str], packages: list[Entry]) -> None:
        raise Failure(
            f"a virtual environment cannot install conda packages into {name}.",
            {"first": f"{packages[0].place} {packages[0].text}" if packages else ""},
            "a .pip or .apt list, or a manager of conda packages in mission.yml",
        )

    def describe(self, name: str) -> tuple[list[str], list[str]]:
        version = processes.check(processes.run([self.python(name), "-c", "import platform; print(platform.python_version())"], show=False))
        return [], [f"python={version.out.strip()}"]

    def pip_entries(self, environment: Environment) -> list[Entry]:
        return []

    def _refuse_conda(self, environment: Environment) -> None:
        unfit = [path for kind in (".yml", ".explicit", ".conda") for path in environment.specs(kind)]
        if unfit:
            raise Failure(
                f"environment {environment.name} has conda specs, but its manager is venv.",
                {"files": "\n".join(map(str, unfit))},
                "name .pip and .apt lists instead, or set the manager of mission.yml to mamba",
            )

    def _configuration(self, name: str) -> str:
        path = self.prefix(name) / "pyvenv.cfg"
        if not path.is_file():
            raise Failure(f"there is no environment {name} to clone.", {"folder": path.parent}, "env-list-dirs")
        return path.read_text(encoding="utf-8")

    def _create(self, name: str, sees_image: bool) -> None:
        prefix = self.prefix(name)
        say(f"{name}: a virtual environment on {image_python()}{', with the packages of the image' if sees_image else ''}.")
        if prefix.exists():
            shutil.rmtree(prefix)
        sight = ["--system-site-packages"] if sees_image else []
        processes.check(processes.run([image_python(), "-m", "venv", *sight, prefix]), "install python3-venv in the image")
        if not sees_image and _DEBIAN_WHEELS.is_dir():
            wheels = ["--quiet", "--no-index", "--find-links", _DEBIAN_WHEELS, "setuptools"]
            processes.check(processes.run([self.python(name), "-m", "pip", "install", *wheels]))
