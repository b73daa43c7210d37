"""What the commands say, and the one form of their errors."""

from __future__ import annotations

import sys

LABEL_WIDTH = 11


class Failure(Exception):
    """An expected failure: what failed, the facts, and what a person can try."""

    def __init__(self, headline: str, facts: dict[str, object] | None = None, hint: str = "") -> None:
        super().__init__(headline)
        self.headline = headline
        self.facts = dict(facts or {})
        self.hint = hint

    def __str__(self) -> str:
        facts = {label: str(value) for label, value in self.facts.items() if str(value).strip()}
        if self.hint:
            facts["try"] = self.hint
        lines = [self.headline]
        for label, value in facts.items():
            first, *rest = value.rstrip().splitlines()
            lines.append("  " + (label + ":").ljust(LABEL_WIDTH) + first)
            lines.extend(" " * (LABEL_WIDTH + 2) + line for line in rest)
        return "\n".join(lines)


def say(text: str) -> None:
    """Tells how far the command is."""
    print(text, flush=True)


def warn(text: str) -> None:
    """Tells of something that the command goes on after."""
    sys.stdout.flush()
    print(f"warning: {text}", file=sys.stderr, flush=True)
