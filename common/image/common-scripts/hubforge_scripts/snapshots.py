"""Locks what is installed: the end of the classic flow, where every step installs as it goes."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import freezing, pip_settings, processes, wheels
from .environment import Environment
from .indexes import Indexes
from .managers import CondaManager, Manager
from .messages import say, warn
from .names import canonical
from .pip_solver import required_name
from .requirements_lock import Pin, RequirementsLock

_LOOKUPS = 8
_PACKAGES = """
import importlib.metadata, json, sys
here = [path for path in sys.path if path.startswith(sys.prefix)]
print(json.dumps([{
    "name": d.metadata["Name"],
    "version": d.version,
    "installer": (d.read_text("INSTALLER") or "").strip(),
    "origin": json.loads(d.read_text("direct_url.json") or "null"),
    "requires": d.requires or [],
} for d in importlib.metadata.distributions(path=here) if d.metadata["Name"]]))
"""
_TOOLS = ("pip", "setuptools", "wheel")


def freeze(spec: Environment, manager: Manager) -> None:
    """Writes the lock folder from the environment as it is; hashes come from the indexes that pip uses."""
    python = manager.python(spec.name)
    items = json.loads(processes.check(processes.run([python, "-c", _PACKAGES], show=False)).out)
    pip = [item for item in items if item["installer"] in ("pip", "uv") and canonical(item["name"]) not in _TOOLS]
    with wheels.own_wheels(bool(pip)) as links, ThreadPoolExecutor(_LOOKUPS) as pool:
        indexes = pip_settings.indexes(python, links, spec.specs(".pip"))
        lock = RequirementsLock(list(pool.map(lambda item: _pin(item, indexes), pip)))
    for pin in lock.pins:
        pin.via = sorted(_parents(pin.name, items)) or ["the specs"]
    bare = [pin.requirement for pin in lock.pins if not pin.hashes and not pin.is_commit]
    if bare:
        warn(f"no index tells the hashes of {', '.join(bare)}; a frozen build refuses a lock without them.")
    if isinstance(manager, CondaManager):
        spec.lock_dir.mkdir(parents=True, exist_ok=True)
        manager.export(spec.name).write(spec.lock_dir, spec.name, manager.variables(spec.name))
    freezing.write_file(spec.lock_dir / "requirements.txt", lock.render(spec.name))
    freezing.write_file(spec.lock_dir / f"{spec.name}-frozen.yml", freezing.frozen_yml(spec.name, manager, lock))
    say(f"{spec.name}: {len(lock.pins)} pip packages frozen in {spec.lock_dir}.")


def _pin(item: dict, indexes: Indexes) -> Pin:
    name, origin = canonical(item["name"]), item["origin"] or {}
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return Pin(name, item["version"], f"{vcs['vcs']}+{origin['url']}@{vcs['commit_id']}")
    if "archive_info" in origin and not Path(origin["url"].removeprefix("file://")).is_absolute():
        value = (origin["archive_info"].get("hashes") or {}).get("sha256") or origin["archive_info"].get("hash", "").removeprefix("sha256=")
        return Pin(name, item["version"], origin["url"], [f"sha256:{value}"] if value else [])
    files = indexes.files(name, item["version"])
    return Pin(name, item["version"], "", sorted({f"sha256:{file.sha256}" for file in files}))


def _parents(name: str, items: list[dict]) -> set[str]:
    return {canonical(item["name"]) for item in items for text in item["requires"] if required_name(text) == name and "extra ==" not in text}
