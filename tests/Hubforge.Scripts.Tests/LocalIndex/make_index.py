#!/usr/bin/env python3
"""Makes a small package index (PEP 503) of toy packages, for tests: several versions, a conflict, a package without wheels.

usage: make_index.py FOLDER    FOLDER/simple is the index, FOLDER/files holds every file (also fit for --find-links)

    stars     1.0 1.1 2.0     nothing needed; 2.0 breaks its interface
    orbits    1.0 2.0         1.0 needs stars<2, 2.0 needs stars>=2
    survey    1.0             needs orbits and stars
    legacy    1.0             needs stars<2: in conflict with orbits>=2
    lens      0.3             only as source; needs stars
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGES = [
    ("stars", "1.0", []),
    ("stars", "1.1", []),
    ("stars", "2.0", []),
    ("orbits", "1.0", ["stars<2"]),
    ("orbits", "2.0", ["stars>=2"]),
    ("survey", "1.0", ["orbits", "stars"]),
    ("legacy", "1.0", ["stars<2"]),
    ("lens", "0.3", ["stars"]),
]
WITHOUT_WHEEL = ("lens",)
MOMENT = (1980, 1, 1, 0, 0, 0)


def metadata(name: str, version: str, needs: list[str]) -> str:
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: toy package {name}\nRequires-Python: >=3.8\n"
    return head + "".join(f"Requires-Dist: {need}\n" for need in needs)


def module(name: str, version: str) -> str:
    return f'"""Toy package {name}."""\n\n__version__ = "{version}"\nNAME = "{name}"\n'


def wheel(folder: Path, name: str, version: str, needs: list[str]) -> Path:
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": module(name, version),
        f"{info}/METADATA": metadata(name, version, needs),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: make_index\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(text.encode())}\n"
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\n"
    target = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path, MOMENT), text)
    return target


def source(folder: Path, name: str, version: str, needs: list[str]) -> Path:
    root = f"{name}-{version}"
    listed = ", ".join(f'"{need}"' for need in needs)
    project = f'[project]\nname = "{name}"\nversion = "{version}"\nrequires-python = ">=3.8"\ndependencies = [{listed}]\n'
    files = {
        f"{root}/pyproject.toml": '[build-system]\nrequires = ["setuptools>=61"]\nbuild-backend = "setuptools.build_meta"\n\n' + project,
        f"{root}/PKG-INFO": metadata(name, version, needs),
        f"{root}/{name}/__init__.py": module(name, version),
        f"{root}/{name}/compiled.py": "FROM_SOURCE = True\n",
    }
    target = folder / f"{name}-{version}.tar.gz"
    with target.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        with tarfile.open(fileobj=packed, mode="w") as archive:
            for path, text in files.items():
                entry = tarfile.TarInfo(path)
                entry.size = len(text.encode())
                archive.addfile(entry, io.BytesIO(text.encode()))
    return target


def main() -> int:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(sys.argv[1])
    files = root / "files"
    files.mkdir(parents=True, exist_ok=True)
    pages: dict[str, list[str]] = {}
    for name, version, needs in PACKAGES:
        made = [source(files, name, version, needs)]
        if name not in WITHOUT_WHEEL:
            made.append(wheel(files, name, version, needs))
        for path in made:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            pages.setdefault(name, []).append(f'<a href="../../files/{path.name}#sha256={digest}">{path.name}</a><br>')
    for name, links in pages.items():
        page = root / "simple" / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("<!DOCTYPE html><html><body>\n" + "\n".join(links) + "\n</body></html>\n", encoding="utf-8")
    (root / "simple" / "index.html").write_text(
        "<!DOCTYPE html><html><body>\n" + "\n".join(f'<a href="{name}/">{name}</a>' for name in pages) + "\n</body></html>\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
