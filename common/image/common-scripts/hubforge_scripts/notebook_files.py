"""Reads and changes notebook files."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

from .freezing import write_file
from .lists import read_lines
from .messages import Failure


def read(path: Path) -> dict:
    """The notebook in a file; a failure when it is none."""
    try:
        content = json.loads("\n".join(read_lines(path)))
    except ValueError as error:
        raise Failure(f"{path} is not a notebook.", {"reason": error}) from error
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise Failure(f"{path} is not a notebook of version 4.", hint="jupyter nbconvert --to notebook --inplace")
    return content


def write(path: Path, content: dict) -> None:
    """Writes it as Jupyter does, so that a comparison shows only what changed."""
    mode = path.stat().st_mode if path.exists() else None
    write_file(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
    if mode is not None:
        path.chmod(mode)


def set_kernel(path: Path, kernel: str, display_name: str) -> bool:
    """Names the kernel that the notebook opens with; returns whether that is a change."""
    content = read(path)
    wanted = {"display_name": display_name, "language": "python", "name": kernel}
    metadata = content.setdefault("metadata", {})
    if metadata.get("kernelspec") == wanted:
        return False
    metadata["kernelspec"] = wanted
    write(path, content)
    return True


def unset_kernel(path: Path) -> bool:
    """Removes the kernel's name; returns whether there was one."""
    content = read(path)
    if content.get("metadata", {}).pop("kernelspec", None) is None:
        return False
    write(path, content)
    return True


def code_of(path: Path) -> list[str]:
    """The pieces of python code in a notebook or a .py file, without what only IPython understands."""
    if path.suffix != ".ipynb":
        return ["\n".join(read_lines(path))]
    cells = (cell for cell in read(path)["cells"] if cell.get("cell_type") == "code")
    sources = ("".join(cell.get("source", [])) for cell in cells)
    return [_python_only(source) for source in sources if not source.lstrip().startswith("%%")]


def _python_only(source: str) -> str:
    lines = source.splitlines()
    return "\n".join("" if line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?") else line for line in lines)


def imports_of(path: Path) -> set[str]:
    """The modules that a file imports, but for python's own and its neighbours in the folder."""
    found: set[str] = set()
    for code in code_of(path):
        try:
            tree = ast.parse(code)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    return {name for name in found if not _is_known(name.split(".")[0], path.parent)}


def _is_known(top: str, folder: Path) -> bool:
    return top in sys.stdlib_module_names or (folder / f"{top}.py").exists() or (folder / top).is_dir()
