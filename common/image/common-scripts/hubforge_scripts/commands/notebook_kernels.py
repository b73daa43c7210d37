"""The commands that name the kernel of notebooks, and get-imports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from .. import environment, notebook_files
from ..command_line import parser, run
from ..messages import Failure, say


def _files(words: Iterable[Path]) -> list[Path]:
    """The notebooks that are named, and all in the folders that are named."""
    found: list[Path] = []
    for path in words:
        if path.is_dir():
            found += sorted(inner for inner in path.rglob("*.ipynb") if ".ipynb_checkpoints" not in inner.parts)
        elif path.is_file():
            found.append(path)
        else:
            raise Failure("there is no such notebook.", {"missing": path})
    return found


def _change(words: list[Path], change: Callable[[Path], bool], what: str) -> int:
    """Changes every notebook that can be, then tells of those that cannot."""
    failures: list[str] = []
    for path in _files(words):
        try:
            if change(path):
                say(f"{path}: {what}.")
        except Failure as failure:
            failures.append(str(failure))
    if failures:
        raise Failure("some notebooks could not be changed.", {"notebooks": "\n".join(failures)})
    return 0


def set_main() -> int:
    """Entry point of set-notebook-kernels."""
    arguments = parser("set-notebook-kernels", "Names the kernel that notebooks open with.")
    arguments.add_argument("kernel", help="the environment")
    arguments.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK|FOLDER")
    options = arguments.parse_args()
    return run(lambda: set_kernels(options.kernel, options.notebooks))


def set_kernels(kernel: str, words: list[Path]) -> int:
    display_name = environment.find(kernel).display_name or kernel
    return _change(words, lambda path: notebook_files.set_kernel(path, kernel, display_name), f"kernel {kernel}")


def unset_main() -> int:
    """Entry point of unset-notebook-kernels."""
    arguments = parser("unset-notebook-kernels", "Removes the kernel's name from notebooks, as they should be committed.")
    arguments.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK|FOLDER")
    options = arguments.parse_args()
    return run(lambda: _change(options.notebooks, notebook_files.unset_kernel, "no kernel"))


def imports_main() -> int:
    """Entry point of get-imports."""
    arguments = parser("get-imports", "Prints the modules that notebooks and .py files import, one a line, without python's own.")
    arguments.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER")
    options = arguments.parse_args()
    return run(lambda: print_imports(options.files))


def print_imports(words: list[Path]) -> None:
    found = {name for path in _files(words) for name in notebook_files.imports_of(path)}
    for name in sorted(found):
        print(name)
