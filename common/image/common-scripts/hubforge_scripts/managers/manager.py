"""What every manager of environments can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

from ..environment import Environment
from ..lists import Entry


class Manager(ABC):
    """Makes and removes environments, and says where they are."""

    name: str

    @abstractmethod
    def prefix(self, name: str) -> Path:
        """The folder of an environment, whether or not it is there yet."""

    @abstractmethod
    def create_from_specs(self, environment: Environment, target: Path | None) -> None:
        """Solves the environment's specs, but for its pip and Debian packages, and makes it anew.

        The lock of what was solved goes to the folder `target`, when given. A failed solve leaves an environment as it was.
        """

    @abstractmethod
    def create_from_lock(self, environment: Environment, lock: Path) -> None:
        """Makes the environment anew from the lock folder, but for its pip and Debian packages."""

    @abstractmethod
    def create_empty(self, name: str) -> None:
        """Makes an environment with nothing but python and pip."""

    @abstractmethod
    def clone(self, source: str, name: str) -> None:
        """Makes an environment with all the packages of another; `base` is the image's own."""

    @abstractmethod
    def install(self, name: str, channels: list[str], packages: list[Entry]) -> None:
        """Adds packages of the manager's own kind to an environment."""

    @abstractmethod
    def describe(self, name: str) -> tuple[list[str], list[str]]:
        """The channels and the exact packages of the manager's own kind, as `conda env export` spells them."""

    @abstractmethod
    def pip_entries(self, environment: Environment) -> list[Entry]:
        """The pip requirements that specs of the manager's own kind hold."""

    def variables(self, name: str) -> dict[str, str]:
        """The variables that the environment's specs declare."""
        return {}

    def python(self, name: str) -> Path:
        return self.prefix(name) / "bin" / "python"

    def exists(self, name: str) -> bool:
        return self.python(name).exists()
