"""What a person wrote about an environment: its folder and the specs in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import settings
from .messages import Failure, warn
from .names import checked_environment

SPEC_KINDS = (".yml", ".explicit", ".conda", ".pip", ".apt")
_IGNORED = (".disabled", ".notes", ".md")
_KNOWN = ("kernel.name", "build-hints.pip", "update-requirements", "tests")
HINTS = ("build-hints.pip", "common-hints.pip")


@dataclass(frozen=True)
class Environment:
    """The folder of an environment and its specs by kind, each kind in the order of names."""

    name: str
    folder: Path

    def specs(self, kind: str) -> list[Path]:
        return [path for path in sorted(self.folder.glob("*" + kind)) if path.is_file() and path.name not in HINTS]

    @property
    def explicit(self) -> Path | None:
        path = self.folder / f"{self.name}.explicit"
        return path if path.is_file() else None

    @property
    def hints(self) -> list[Path]:
        """Constraints that are always honoured: the environment's and the mission's."""
        return [path for path in (self.folder / HINTS[0], self.folder.parent / HINTS[1]) if path.is_file()]

    @property
    def tests(self) -> Path:
        return self.folder / "tests"

    @property
    def display_name(self) -> str | None:
        """What JupyterLab shows, from kernel.name; None where that is missing or empty."""
        path = self.folder / "kernel.name"
        text = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
        return text.splitlines()[0].strip() if text else None

    @property
    def lock_dir(self) -> Path:
        return settings.frozen_dir() / self.name

    def has_specs(self) -> bool:
        return any(self.specs(kind) for kind in SPEC_KINDS)

    def check(self) -> None:
        """Fails on specs that exclude each other, and names files that nothing reads."""
        conda = self.folder / f"{self.name}.yml"
        if self.explicit and conda.is_file():
            raise Failure(
                f"environment {self.name} has both a .yml and an .explicit spec.",
                {"files": f"{conda}\n{self.explicit}"},
                "keep one of them; an .explicit file already names every package",
            )
        for path in sorted(self.folder.iterdir()):
            known = path.suffix in SPEC_KINDS or path.suffix in _IGNORED or path.name in _KNOWN
            if not known and not path.name.startswith("."):
                warn(f"{path} is not read by anything; end its name in .notes or .disabled to say so.")


def list_environments() -> list[Environment]:
    """All environments of the mission: folders that hold a spec."""
    root = settings.environments_dir()
    if not root.is_dir():
        return []
    found = (Environment(path.name, path) for path in sorted(root.iterdir()) if path.is_dir())
    return [environment for environment in found if environment.has_specs()]


def find(name: str) -> Environment:
    """The environment of that exact name, whether or not it has a spec yet."""
    environment = Environment(checked_environment(name), settings.environments_dir() / name)
    if not environment.folder.is_dir():
        there = ", ".join(known.name for known in list_environments()) or "(none)"
        raise Failure(f"there is no environment {name}.", {"folder": environment.folder, "exist": there}, "one of those that exist")
    return environment
