"""The classic flow: environments made and added to step by step, frozen as they are after each step."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import condayml, installing, processes, settings, snapshots, wheels
from .environment import Environment
from .lists import Entry, read_list
from .managers import Manager
from .managers.conda import CondaManager
from .messages import Failure, say
from .requirements_lock import RequirementsLock, parse_pin


def frozen_steps_are_done(spec: Environment, step: str) -> bool:
    """Under USE_FROZEN=1 the first step installs everything, so the others have nothing to do."""
    if settings.use_frozen():
        say(f"{spec.name}: frozen, so {step} has nothing to add to the lock.")
        return True
    return False


def create_frozen(spec: Environment, manager: Manager) -> None:
    """Makes the environment from its lock folder; from <env>-frozen.yml where that is all there is."""
    frozen = spec.lock_dir / f"{spec.name}-frozen.yml"
    if (spec.lock_dir / "requirements.txt").is_file():
        lock = installing.read_lock(spec.lock_dir / "requirements.txt")
        manager.create_from_lock(spec, spec.lock_dir)
    elif frozen.is_file():
        lock = _create_from_yml(spec, manager, frozen)
    else:
        raise Failure(f"environment {spec.name} has no lock.", {"missing": frozen}, "USE_FROZEN=0, which makes one")
    with wheels.own_wheels(bool(lock.pins)) as links:
        installing.install(manager.python(spec.name), lock, links)


def _create_from_yml(spec: Environment, manager: Manager, frozen: Path) -> RequirementsLock:
    content = condayml.read(frozen)
    if isinstance(manager, CondaManager):
        manager.create_exact(content, spec.name)
    else:
        manager.create_from_lock(spec, spec.lock_dir)
    lock = RequirementsLock()
    for entry in content.pip:
        if entry.text.startswith("--no-binary "):
            lock.from_source.add(entry.text.split()[1])
        else:
            lock.pins.append(parse_pin(entry.path, entry.line, entry.text))
    bare = [pin.requirement for pin in lock.pins if not pin.hashes and not pin.is_commit]
    if bare:
        raise Failure(f"{frozen} has pip packages without hashes.", {"packages": ", ".join(bare)}, "USE_FROZEN=0 once, which adds them")
    return lock


def create(spec: Environment, manager: Manager, yml: Path | None) -> None:
    """Makes the environment from one conda spec, or with python alone."""
    if yml is None:
        manager.create_empty(spec.name)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            shutil.copy(yml, Path(scratch) / f"{spec.name}{yml.suffix}")
            alone = Environment(spec.name, Path(scratch))
            manager.create_from_specs(alone, None)
            _install_pip_entries(spec, manager, manager.pip_entries(alone))
    snapshots.freeze(spec, manager)


def clone(spec: Environment, manager: Manager, source: str) -> None:
    """Makes the environment with the packages of another."""
    manager.clone(source, spec.name)
    snapshots.freeze(spec, manager)


def update(spec: Environment, manager: Manager, lists: list[Path]) -> None:
    """Adds what the lists name, in their order."""
    if not manager.exists(spec.name):
        raise Failure(f"environment {spec.name} is not there yet.", {"missing": manager.prefix(spec.name)}, f"env-create {spec.name}")
    for path in lists:
        _add(spec, manager, path)
    snapshots.freeze(spec, manager)


def _add(spec: Environment, manager: Manager, path: Path) -> None:
    if not path.is_file():
        raise Failure("there is no such list.", {"missing": path})
    say(f"{spec.name}: adding {path}.")
    if path.suffix == ".pip":
        _pip_install(spec, manager, path)
    elif path.suffix == ".conda":
        manager.install(spec.name, [], read_list(path))
    elif path.suffix in (".yml", ".yaml"):
        content = condayml.read(path)
        if content.packages:
            manager.install(spec.name, content.channels, content.packages)
        _install_pip_entries(spec, manager, content.pip)
    else:
        raise Failure(f"{path} is of no kind that env-update adds.", {"kinds": ".yml, .conda, .pip"}, "apt-install for an .apt list")


def _install_pip_entries(spec: Environment, manager: Manager, entries: list[Entry]) -> None:
    if entries:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "conda-spec.pip"
            path.write_text("".join(entry.text + "\n" for entry in entries), encoding="utf-8")
            _pip_install(spec, manager, path)


def _pip_install(spec: Environment, manager: Manager, path: Path) -> None:
    with wheels.own_wheels() as links:
        words: list[str | Path] = [manager.python(spec.name), "-m", "pip", "install", "--no-compile", "--requirement", path]
        for hints in spec.hints:
            words += ["--constraint", hints]
        for link in links:
            words += ["--find-links", link]
        result = processes.run(words)
    if result.code != 0:
        raise Failure(
            f"the packages of {path} could not be installed into environment {spec.name}.",
            {"solver": result.out + result.err},
            "loosen one of the requirements that pip names, or hold one back in build-hints.pip",
        )
