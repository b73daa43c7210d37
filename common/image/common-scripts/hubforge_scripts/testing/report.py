"""What became of each test, on the screen and as JSON lines."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import asdict, dataclass, field

from .. import settings
from ..messages import say

OUTCOMES = ("passed", "failed", "skipped", "warning")


@dataclass(frozen=True)
class Outcome:
    """One finished test. Phases: structure, imports, notebooks, script."""

    environment: str
    phase: str
    name: str
    outcome: str
    seconds: float = 0.0
    message: str = ""


@dataclass
class Report:
    """Gathers outcomes from several threads; appends each to the file that HUBFORGE_REPORT names."""

    outcomes: list[Outcome] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, outcome: Outcome) -> None:
        with self._lock:
            self.outcomes.append(outcome)
            note = f": {outcome.message.splitlines()[0]}" if outcome.message else ""
            say(f"{outcome.outcome:8}{outcome.environment}/{outcome.phase}/{outcome.name} ({outcome.seconds:.1f} s){note}")
            self._append(outcome)

    def _append(self, outcome: Outcome) -> None:
        path = settings.variable("HUBFORGE_REPORT")
        if not path:
            return
        line = json.dumps({**asdict(outcome), "seconds": round(outcome.seconds, 3)}, ensure_ascii=False) + "\n"
        # One write to a file opened for appending: lines of two processes cannot mix.
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)

    def count(self, outcome: str) -> int:
        return sum(1 for item in self.outcomes if item.outcome == outcome)

    def close(self) -> int:
        """Prints every failure once more, and the counts; returns the exit status."""
        failed = [item for item in self.outcomes if item.outcome == "failed"]
        for item in failed:
            say(f"\n--- {item.environment}/{item.phase}/{item.name}\n{item.message.rstrip()}")
        say("\n" + ", ".join(f"{self.count(outcome)} {outcome}" for outcome in OUTCOMES))
        return 1 if failed else 0
