"""Where things are in an image, and the variables that steer the commands. This is the only reader of the environment's variables."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from .messages import Failure

# Earliest time that a zip archive can hold: wheels of a mission's own packages must not depend on the day.
WHEEL_EPOCH = 315532800


def _folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or default)


def _switch(variable: str, default: str) -> bool:
    value = (os.environ.get(variable) or default).strip().lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise Failure(f"{variable} must be 0 or 1.", {"value": value}, f"{variable}={default}")


def variable(name: str, default: str = "") -> str:
    return os.environ.get(name) or default


def scripts_dir() -> Path:
    return _folder("COMMON_SCRIPTS_DIR", str(Path(__file__).resolve().parent.parent))


def common_env_dir() -> Path:
    return _folder("COMMON_ENV_DIR", "/opt/common-env")


def environments_dir() -> Path:
    return _folder("ENVIRONMENTS_DIR", "/opt/environments")


def frozen_dir() -> Path:
    return _folder("ENV_FROZEN_DIR", "/opt/env-frozen")


def packages_dir() -> Path:
    """The packages that the mission itself holds, one folder each."""
    return _folder("PACKAGES_DIR", "/opt/packages")


def envs_dir() -> Path:
    """Where virtual environments live."""
    return _folder("ENVS_DIR", "/opt/envs")


def kernels_dir() -> Path:
    """A kernel folder that every Jupyter of the image reads, whichever python it runs on."""
    return _folder("KERNELS_DIR", "/usr/local/share/jupyter/kernels")


def apt_archives_dir() -> Path:
    return _folder("APT_ARCHIVES_DIR", "/var/cache/apt/archives")


def system_root() -> Path:
    """Where the system's own folders (var, etc) are."""
    return _folder("SYSTEM_ROOT", "/")


def use_frozen() -> bool:
    return _switch("USE_FROZEN", "1")


def strict_locks() -> bool:
    return _switch("STRICT_LOCKS", "0")


def update_packages() -> list[str]:
    """The only packages that may move in a solve; empty: all may."""
    return (os.environ.get("UPDATE_PACKAGES") or "").split()


def source_date_epoch() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH") or ""


def number(name: str, default: int) -> int:
    """A positive whole number."""
    text = os.environ.get(name) or str(default)
    if not text.isdecimal() or int(text) == 0:
        raise Failure(f"{name} must be a positive whole number.", {"value": text}, f"{name}={default}")
    return int(text)


def conda_subdir() -> str:
    """Conda's name of the platform, e.g. linux-64; PLATFORM (linux/amd64) when given, else this machine's."""
    names = {"amd64": "linux-64", "x86_64": "linux-64", "arm64": "linux-aarch64", "aarch64": "linux-aarch64", "ppc64le": "linux-ppc64le"}
    wanted = os.environ.get("PLATFORM") or platform.machine()
    architecture = wanted.removeprefix("linux/")
    if architecture not in names:
        raise Failure("the platform is not known.", {"platform": wanted, "known": ", ".join(sorted(names))}, "PLATFORM=linux/amd64")
    return names[architecture]
