"""The commands of the classic flow: env-create, env-clone, env-update, install-common, env-freeze."""

from __future__ import annotations

from pathlib import Path

from .. import classic, environment, managers, settings, snapshots
from ..command_line import parser, run
from ..messages import Failure, say


def create_main() -> int:
    """Entry point of env-create."""
    arguments = parser("env-create", "Makes an environment from a conda spec, or with python alone. USE_FROZEN=1 installs its whole lock instead.")
    arguments.add_argument("environment")
    arguments.add_argument("spec", nargs="?", type=Path, metavar="SPEC.yml")
    options = arguments.parse_args()
    return run(lambda: create(options.environment, options.spec))


def create(name: str, yml: Path | None) -> None:
    spec, manager = environment.find(name), managers.choose()
    if settings.use_frozen():
        classic.create_frozen(spec, manager)
        return
    if yml is not None and not yml.is_file():
        raise Failure("there is no such spec.", {"missing": yml}, f"{spec.folder / (name + '.yml')}")
    classic.create(spec, manager, yml)


def clone_main() -> int:
    """Entry point of env-clone."""
    arguments = parser("env-clone", "Makes an environment with all packages of another. USE_FROZEN=1 installs its whole lock instead.")
    arguments.add_argument("source", help="the environment to copy; base is the image's own")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: clone(options.source, options.environment))


def clone(source: str, name: str) -> None:
    spec, manager = environment.find(name), managers.choose()
    if settings.use_frozen():
        classic.create_frozen(spec, manager)
    else:
        classic.clone(spec, manager, source)


def update_main() -> int:
    """Entry point of env-update."""
    arguments = parser("env-update", "Adds the packages of lists to an environment: .yml, .conda, .pip. With USE_FROZEN=1 the lock has them already.")
    arguments.add_argument("environment")
    arguments.add_argument("lists", nargs="+", type=Path, metavar="LIST")
    options = arguments.parse_args()
    return run(lambda: update(options.environment, options.lists))


def update(name: str, lists: list[Path]) -> None:
    spec = environment.find(name)
    if not classic.frozen_steps_are_done(spec, "env-update"):
        classic.update(spec, managers.choose(), lists)


def common_main() -> int:
    """Entry point of install-common."""
    arguments = parser("install-common", "Adds what all environments share, the lists in /opt/common-env, to one.")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: install_common(options.environment))


def install_common(name: str) -> None:
    spec, manager = environment.find(name), managers.choose()
    if classic.frozen_steps_are_done(spec, "install-common"):
        return
    kinds = (".pip",) if manager.name == "venv" else (".yml", ".conda", ".pip")
    lists = [path for kind in kinds for path in sorted(settings.common_env_dir().glob("*" + kind))]
    if lists:
        classic.update(spec, manager, lists)
    else:
        say(f"{settings.common_env_dir()} has no lists for manager {manager.name}.")


def freeze_main() -> int:
    """Entry point of env-freeze."""
    arguments = parser("env-freeze", "Writes the lock of an environment from what is installed in it.")
    arguments.add_argument("environment")
    options = arguments.parse_args()
    return run(lambda: freeze(options.environment))


def freeze(name: str) -> None:
    spec, manager = environment.find(name), managers.choose()
    if settings.use_frozen():
        raise Failure("a frozen build never writes a lock.", hint="USE_FROZEN=0 env-freeze " + name)
    if not manager.exists(name):
        raise Failure(f"environment {name} is not there.", {"missing": manager.prefix(name)}, f"env-create {name}")
    snapshots.freeze(spec, manager)
