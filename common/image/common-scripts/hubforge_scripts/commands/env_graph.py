"""Draws the dependency graph of an environment."""

from __future__ import annotations

from pathlib import Path

from .. import freezing, managers, processes
from ..command_line import parser, run
from ..graphs import Graph
from ..messages import Failure, say, warn
from ..names import canonical, checked_environment


def main() -> int:
    """Entry point."""
    arguments = parser("env-graph", "Draws which package of an environment asks for which, with the version constraints; conflicts are red.")
    arguments.add_argument("environment")
    arguments.add_argument("--packages", nargs="+", default=[], help="only what these need")
    arguments.add_argument("--reverse", action="store_true", help="with --packages: what needs them instead")
    arguments.add_argument("--output", type=Path, default=Path("."), help="the folder for ENVIRONMENT.dot, .svg and .png (default: this one)")
    options = arguments.parse_args()
    if options.reverse and not options.packages:
        arguments.error("--reverse needs --packages")
    return run(lambda: draw(checked_environment(options.environment), options.packages, options.reverse, options.output))


def draw(name: str, packages: list[str], reverse: bool, output: Path) -> None:
    manager = managers.choose()
    if not manager.exists(name):
        raise Failure(f"environment {name} is not installed.", {"missing": manager.prefix(name)}, "env-list-dirs")
    graph = Graph.of(manager.python(name))
    wanted = [canonical(package) for package in packages]
    unknown = [package for package in wanted if package not in graph.versions]
    if unknown:
        raise Failure(f"environment {name} does not have {', '.join(unknown)}.", {"has": ", ".join(sorted(graph.versions))})
    graph = graph.around(wanted, reverse) if wanted else graph
    output.mkdir(parents=True, exist_ok=True)
    dot = output / f"{name}.dot"
    freezing.write_file(dot, graph.dot(name))
    for kind in ("svg", "png"):
        target = output / f"{name}.{kind}"
        processes.check(processes.run(["dot", f"-T{kind}", "-o", target, dot]), "install graphviz in the base image")
        say(f"{target}")
    for edge in graph.conflicts:
        warn(f"{edge.source} asks for {edge.target}{edge.constraint}, and {graph.versions.get(edge.target) or 'nothing'} is installed.")
