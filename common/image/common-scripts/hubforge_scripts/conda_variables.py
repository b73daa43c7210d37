"""Prints, as shell exports, the variables that conda packages and specs declare for an environment. Run by lib.sh."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def declared(prefix: Path) -> dict[str, str]:
    """Of two declarations the later wins: packages in the order of their files, then the spec."""
    variables: dict[str, str] = {}
    for path in sorted((prefix / "etc/conda/env_vars.d").glob("*.json")):
        variables |= json.loads(path.read_text(encoding="utf-8"))
    state = prefix / "conda-meta" / "state"
    if state.is_file():
        variables |= json.loads(state.read_text(encoding="utf-8")).get("env_vars", {})
    return {name: str(value) for name, value in variables.items() if _NAME.fullmatch(name)}


if __name__ == "__main__":
    for name, value in declared(Path(sys.argv[1])).items():
        print(f"export {name}={shlex.quote(value)}")
