"""Environments of conda packages, made with mamba, micromamba or conda.

A new environment is solved without touching anything first, because `create` deletes an existing one before it solves;
then it is made from the very addresses that were solved. Exit codes are trusted, the `success` of a reply is not.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from .. import condayml, processes, settings
from ..environment import Environment
from ..lists import Entry, read_list
from ..messages import Failure, say
from .explicit import ExplicitLock, Package
from .manager import Manager

# Around the signs of a constraint: `numpy >=1.24, <2` is one word of a command line, best without blanks.
_BLANKS = re.compile(r"\s*(,|[<>=!~]+)\s*")


class CondaManager(Manager):
    """One of conda's programs; what they do differently is decided here."""

    def __init__(self, name: str, program: Path) -> None:
        self.name = name
        self._program = program
        self._lists_names: dict[str, str] = {}

    @property
    def root(self) -> Path:
        for folder in (settings.variable("CONDA_DIR"), settings.variable("MAMBA_ROOT_PREFIX"), "/opt/conda"):
            if folder and Path(folder).is_dir():
                return Path(folder)
        return Path(settings.variable("MAMBA_ROOT_PREFIX", "/opt/conda"))

    def prefix(self, name: str) -> Path:
        return self.root if name == "base" else self.root / "envs" / name

    def create_from_specs(self, environment: Environment, target: Path | None) -> None:
        specs = self._specs(environment)
        variables = {name: value for spec in reversed(specs) for name, value in spec.variables.items()}
        if environment.explicit:
            lock = ExplicitLock.read(environment.explicit)
            lock.require_hashes(environment.explicit)
        else:
            channels, wanted = self._wanted(environment, specs)
            lock = self._solve(environment.name, channels, wanted, self._kept(environment))
        if target:
            lock.write(target, environment.name, variables)
        if target or environment.explicit:
            self._create_explicit(environment.name, lock)
        else:
            self._create_from_wanted(environment.name, channels, wanted, lock)
        self._write_variables(environment.name, variables)

    def create_from_lock(self, environment: Environment, lock: Path) -> None:
        path = lock / f"conda-{settings.conda_subdir()}.lock"
        if not path.is_file():
            others = ", ".join(other.name for other in sorted(lock.glob("conda-*.lock"))) or "(none)"
            raise Failure(
                f"environment {environment.name} has no lock for this platform.",
                {"missing": path, "exist": others},
                "solve it with USE_FROZEN=0 on this platform",
            )
        explicit = ExplicitLock.read(path)
        explicit.require_hashes(path)
        self._create_explicit(environment.name, explicit)
        readable = lock / "requirements.yml"
        self._write_variables(environment.name, condayml.read(readable).variables if readable.is_file() else {})

    def create_empty(self, name: str) -> None:
        wanted = ["python", "pip"]
        self._create_from_wanted(name, [], wanted, self._solve(name, [], wanted))

    def create_exact(self, content: condayml.CondaSpec, name: str) -> None:
        """Makes an environment of exact specs, such as `conda env export` writes."""
        self._create_explicit(name, self._solve(name, content.channels, [self._spec(entry) for entry in content.packages]))
        self._write_variables(name, content.variables)

    def clone(self, source: str, name: str) -> None:
        self._create_explicit(name, self.export(source))
        listed = processes.check(self._run(["list", "-p", self.prefix(source), "--json"], show=False)).out
        pip = [f"{item['name']}=={item['version']}" for item in self._json(listed) if item.get("channel") == "pypi"]
        if pip:
            processes.check(processes.run([self.python(name), "-m", "pip", "install", "--no-deps", *pip]))

    def install(self, name: str, channels: list[str], packages: list[Entry]) -> None:
        if not self.prefix(name).is_dir():
            raise Failure(f"there is no environment {name} to add packages to.", {"folder": self.prefix(name)}, f"env-create {name}")
        specs = [self._spec(entry) for entry in packages]
        # A list of packages alone means the channels that the environment is made of.
        channels = channels or self.describe(name)[0]
        result = self._run(["install", "-y", "-p", self.prefix(name), *self._channel_options(channels), *specs])
        if result.code != 0:
            raise self._unsolvable(name, packages, result.err + result.out)

    def describe(self, name: str) -> tuple[list[str], list[str]]:
        return self.export(name).describe()

    def variables(self, name: str) -> dict[str, str]:
        state = self.prefix(name) / "conda-meta" / "state"
        return json.loads(state.read_text(encoding="utf-8")).get("env_vars", {}) if state.is_file() else {}

    def export(self, name: str) -> ExplicitLock:
        """The conda packages of an environment, with addresses and hashes."""
        return self._export(self.prefix(name))

    def pip_entries(self, environment: Environment) -> list[Entry]:
        return [entry for spec in self._specs(environment) for entry in spec.pip]

    def _specs(self, environment: Environment) -> list[condayml.CondaSpec]:
        """The environment's .yml specs, its own first: its channels have the highest priority."""
        paths = sorted(environment.specs(".yml"), key=lambda path: (path.stem != environment.name, path.name))
        return [condayml.read(path) for path in paths]

    def _wanted(self, environment: Environment, specs: list[condayml.CondaSpec]) -> tuple[list[str], list[str]]:
        """The channels and the match specs of all lists; python and pip besides, without which nothing here works."""
        entries = [entry for spec in specs for entry in spec.packages]
        entries += [entry for path in environment.specs(".conda") for entry in read_list(path)]
        channels = list(dict.fromkeys(channel for spec in specs for channel in spec.channels if channel != "nodefaults"))
        wanted = [self._spec(entry) for entry in entries]
        names = {_name_of(spec) for spec in wanted}
        self._lists_names = {entry.text: entry.place for entry in entries}
        return channels, [*wanted, *(name for name in ("python", "pip") if name not in names)]

    def _kept(self, environment: Environment) -> list[str]:
        """What the old lock has, but for the packages that may move."""
        path = environment.lock_dir / f"conda-{settings.conda_subdir()}.lock"
        moving = settings.update_packages()
        if not moving or not path.is_file():
            return []
        return [package.exact for package in ExplicitLock.read(path).packages if package.name not in moving]

    def _solve(self, name: str, channels: list[str], specs: list[str], kept: Sequence[str] = ()) -> ExplicitLock:
        """What would be installed in a new environment: what is asked for, and of what is kept as much as that needs. Nothing is touched."""
        say(f"{name}: {self.name} solves {len(specs)} specs.")
        # A name that no environment has: a dry run over an existing one would only tell the difference.
        scratch = self.root / "envs" / f".solve-{name}"
        command = ["create", "-y", "-p", scratch, "--dry-run", *self._channel_options(channels), *specs, *kept]
        reply = self._run([command[0], command[1], "--json", *command[2:]], show=False)
        if reply.code != 0:
            # Only without --json does the solver explain itself. What is no matter of solving, such as a missing channel, gives no JSON.
            told = self._run(command, show=False) if reply.out.strip() else reply
            raise self._unsolvable(name, [], "\n".join(part for part in (told.err, told.out, reply.out) if part.strip()))
        linked = (self._json(reply.out).get("actions") or {}).get("LINK") or []
        if not all(item.get("url") and (item.get("md5") or item.get("sha256")) for item in linked):
            return self._solve_by_making(name, channels, [*specs, *kept])
        needed = _needed(linked, [_name_of(spec) for spec in specs]) if kept else linked
        return ExplicitLock([Package.from_reply(item) for item in needed], settings.conda_subdir())

    def _solve_by_making(self, name: str, channels: list[str], specs: list[str]) -> ExplicitLock:
        """For conda itself, whose dry run tells no hashes: makes the environment aside and asks for its addresses."""
        aside = self.root / "envs" / f".solve-{name}"
        try:
            processes.check(self._run(["create", "-y", "-p", aside, *self._channel_options(channels), *specs]))
            return self._export(aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _create_from_wanted(self, name: str, channels: list[str], specs: list[str], solved: ExplicitLock) -> None:
        """Makes the environment from the very specs, so that the program remembers them when more is added later."""
        prefix = self.prefix(name)
        say(f"{name}: {self.name} installs {len(solved.packages)} packages.")
        # conda asks before it replaces an environment, and its relatives delete it: the same, said here.
        shutil.rmtree(prefix, ignore_errors=True)
        result = self._run(["create", "-y", "-p", prefix, *self._channel_options(channels), *specs])
        if result.code != 0:
            shutil.rmtree(prefix, ignore_errors=True)
            processes.check(result, f"the environment is gone; env-create {name} once the reason is")
        solved.check_installed(prefix)

    def _export(self, prefix: Path) -> ExplicitLock:
        if self.name == "conda":
            result = self._run(["list", "-p", prefix, "--explicit", "--md5"], show=False)
        else:
            result = self._run(["env", "export", "-p", prefix, "--explicit"], show=False)
            if result.code != 0:
                result = self._run(["list", "-p", prefix, "--explicit", "--md5"], show=False)
        lock = ExplicitLock.parse(processes.check(result).out, str(prefix))
        if not lock.packages:
            raise Failure(f"there is no conda environment in {prefix}.", hint="env-list-dirs")
        return lock

    def _create_explicit(self, name: str, lock: ExplicitLock) -> None:
        prefix = self.prefix(name)
        say(f"{name}: {self.name} installs {len(lock.packages)} locked packages.")
        prefix.parent.mkdir(parents=True, exist_ok=True)
        path = prefix.parent / f".{name}.explicit.txt"
        path.write_text(lock.render(), encoding="utf-8")
        # conda asks before it replaces an environment, and its relatives delete it: the same, said here.
        shutil.rmtree(prefix, ignore_errors=True)
        try:
            result = self._run(["create", "-y", "-p", prefix, "--file", path])
            if result.code != 0:
                shutil.rmtree(prefix, ignore_errors=True)
                processes.check(result, "solve again with USE_FROZEN=0 if the packages are no longer offered or changed")
        finally:
            path.unlink(missing_ok=True)
        lock.check_installed(prefix)

    def _write_variables(self, name: str, variables: dict[str, str]) -> None:
        """What micromamba itself keeps of a spec's `variables`."""
        if variables:
            state = self.prefix(name) / "conda-meta" / "state"
            state.write_text(json.dumps({"env_vars": variables}, indent=4), encoding="utf-8")

    def _spec(self, entry: Entry) -> str:
        if entry.text.startswith("-"):
            raise Failure(f"{entry.place} is not a conda package.", {"line": entry.text}, "one match spec a line, such as 'numpy >=1.24'")
        return _BLANKS.sub(r"\1", entry.text)

    def _channel_options(self, channels: list[str]) -> list[str]:
        # conda reads the alias from its variable, which is set already; its relatives document the option.
        alias = settings.variable("CONDA_CHANNEL_ALIAS")
        options = ["--channel-alias", alias] if alias and self.name != "conda" else []
        return [*options, "--override-channels", *(word for channel in channels for word in ("-c", channel))] if channels else options

    def _unsolvable(self, name: str, packages: list[Entry], text: str) -> Failure:
        asked = "\n".join(f"{place} {spec}" for spec, place in self._lists_names.items())
        asked = asked or "\n".join(f"{entry.place} {entry.text}" for entry in packages)
        return Failure(
            f"the conda packages of environment {name} could not be solved.",
            {"asked for": asked, "solver": text},
            "loosen one of the specs that the solver names, or correct its name or channel",
        )

    def _json(self, text: str) -> dict | list:
        """The reply, which scripts of packages and prompts may precede."""
        for match in re.finditer(r"(?m)^[{\[]", text):
            try:
                return json.JSONDecoder().raw_decode(text[match.start() :])[0]
            except ValueError:
                continue
        raise Failure(f"{self.name} gave no JSON.", {"output": text.strip()[-2000:]}, f"run {self.name} by hand with the same arguments")

    def _run(self, arguments: list[str | Path], show: bool = True) -> processes.Result:
        return processes.run([self._program, *arguments], variables={"MAMBA_ROOT_PREFIX": str(self.root)}, show=show)


def _name_of(spec: str) -> str:
    """The package that a match spec names."""
    return re.split(r"[\s=<>!~\[]", spec.split("::")[-1])[0].lower()


def _needed(linked: list[dict], wanted: list[str]) -> list[dict]:
    """The packages that are wanted and all that they depend on, in the order of installation."""
    depends = {item["name"]: item.get("depends") or [] for item in linked}
    reached, waiting = set(), list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [text.split(" ")[0] for text in depends.get(name, [])]
    return [item for item in linked if item["name"] in reached]
