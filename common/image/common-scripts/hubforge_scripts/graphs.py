"""The dependency graph of an environment, in graphviz's language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from . import processes

# In the environment's own python: pip brings the one true reading of requirements.
_READ = """
import importlib.metadata, json
from pip._vendor.packaging.requirements import Requirement, InvalidRequirement
from pip._vendor.packaging.utils import canonicalize_name
there = {}
for d in importlib.metadata.distributions():
    if d.metadata["Name"]:
        there.setdefault(canonicalize_name(d.metadata["Name"]), d)
edges = []
for name, d in there.items():
    for text in d.requires or []:
        try:
            wanted = Requirement(text)
        except InvalidRequirement:
            continue
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        other = canonicalize_name(wanted.name)
        found = there[other].version if other in there else ""
        edges.append([name, other, str(wanted.specifier), bool(found) and wanted.specifier.contains(found, prereleases=True)])
print(json.dumps({"versions": {name: d.version for name, d in there.items()}, "edges": edges}))
"""


@dataclass(frozen=True)
class Edge:
    """One package asks for another; `holds` says whether what is installed satisfies it."""

    source: str
    target: str
    constraint: str
    holds: bool


@dataclass(frozen=True)
class Graph:
    """All packages of an environment with their versions, and what they ask for."""

    versions: dict[str, str]
    edges: tuple[Edge, ...]

    @staticmethod
    def of(python: Path) -> Graph:
        content = json.loads(processes.check(processes.run([python, "-c", _READ], show=False)).out)
        return Graph(content["versions"], tuple(Edge(*edge) for edge in content["edges"]))

    def around(self, packages: list[str], reverse: bool) -> Graph:
        """The part that these packages need, or with `reverse` the part that needs them."""
        reached, waiting = set(packages), list(packages)
        while waiting:
            name = waiting.pop()
            for edge in self.edges:
                near, far = (edge.target, edge.source) if reverse else (edge.source, edge.target)
                if near == name and far not in reached:
                    reached.add(far)
                    waiting.append(far)
        edges = tuple(edge for edge in self.edges if edge.source in reached and edge.target in reached)
        return Graph({name: version for name, version in self.versions.items() if name in reached}, edges)

    @property
    def conflicts(self) -> list[Edge]:
        return [edge for edge in self.edges if not edge.holds]

    def dot(self, title: str) -> str:
        lines = [f"digraph {_quoted(title)} {{", '  rankdir=LR; node [shape=box, fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];']
        for name in sorted({*self.versions, *(edge.target for edge in self.edges)}):
            version = self.versions.get(name, "")
            look = "" if version else ", color=red, fontcolor=red, style=dashed"
            lines.append(f"  {_quoted(name)} [label={_quoted(f'{name} {version}'.strip() if version else f'{name} (missing)')}{look}];")
        for edge in sorted(self.edges, key=lambda edge: (edge.source, edge.target)):
            look = "" if edge.holds else ", color=red, fontcolor=red, penwidth=2"
            lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(edge.constraint or 'any')}{look}];")
        return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
