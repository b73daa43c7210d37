#!/usr/bin/env python3
"""Prints the imports that a Python file never uses, and function parameters with mutable defaults; prints nothing for a clean file."""

from __future__ import annotations

import ast
import sys
from pathlib import Path


def findings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    # A package's __init__ imports what it offers, and annotations may be strings.
    exported = path.name == "__init__.py"
    found = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and not exported and getattr(node, "module", "") != "__future__":
            names = [(alias.asname or alias.name).split(".")[0] for alias in node.names]
            found += [f"{path}:{node.lineno} imports {name} without using it" for name in names if name not in used]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            if any(isinstance(default, (ast.List, ast.Dict, ast.Set)) for default in defaults):
                found.append(f"{path}:{node.lineno} {node.name} has a default that all its calls share")
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            found.append(f"{path}:{node.lineno} catches everything without naming it")
    return found


if __name__ == "__main__":
    for line in [line for word in sys.argv[1:] for line in findings(Path(word))]:
        print(line)
