"""What pip is told to use, by variables, its own files and the requirement lists: indexes and folders."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from . import processes
from .indexes import Indexes
from .lists import read_list

_SETTING = re.compile(r"(?P<scope>[\w:]+)\.(?P<key>[\w-]+)=(?P<value>.*)$")
_SCOPES = {"global": 0, "wheel": 1, "install": 1, ":env:": 2}
_DEFAULT_INDEX = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
_OPTION = re.compile(r"(?P<option>--index-url|-i|--extra-index-url|--find-links|-f|--no-index)(?:[\s=]+(?P<value>\S+))?$")


def _configured(python: Path | str) -> dict[str, str]:
    """pip's settings; of several sources the strongest."""
    found: dict[str, tuple[int, str]] = {}
    for line in processes.run([python, "-m", "pip", "config", "list"], show=False).out.splitlines():
        match = _SETTING.match(line)
        if match and match["scope"] in _SCOPES:
            rank = _SCOPES[match["scope"]]
            if rank >= found.get(match["key"], (0, ""))[0]:
                found[match["key"]] = rank, str(ast.literal_eval(match["value"]))
    return {key: value for key, (_, value) in found.items()}


def default_index(python: Path | str) -> str:
    """Where pip looks when it is told nothing."""
    return processes.run([python, "-c", _DEFAULT_INDEX], show=False).out.strip()


def indexes(python: Path | str, find_links: list[str], lists: list[Path]) -> Indexes:
    """All places where pip would look when it installs these lists."""
    settings = _configured(python)
    main = settings.get("index-url") or default_index(python)
    extra = settings.get("extra-index-url", "").split()
    links = [*find_links, *settings.get("find-links", "").split()]
    no_index = settings.get("no-index", "").lower() in ("1", "true", "yes", "on")
    for entry in (entry for path in lists for entry in read_list(path)):
        match = _OPTION.match(entry.text)
        if not match:
            continue
        option, value = match["option"], match["value"] or ""
        if option in ("--index-url", "-i"):
            main = value
        elif option == "--extra-index-url":
            extra.append(value)
        elif option in ("--find-links", "-f"):
            links.append(value)
        else:
            no_index = True
    return Indexes([] if no_index else [url for url in (main, *extra) if url], links)
