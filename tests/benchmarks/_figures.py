"""Figures of a benchmark: printed, written as JSON, and compared with goals, which are ratios wherever possible."""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A figure and its upper limit."""

    name: str
    value: float
    limit: float

    @property
    def reached(self) -> bool:
        """Whether the figure is within the limit."""
        return self.value <= self.limit


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def cpu(*work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of this thread."""
    before = time.thread_time()
    for step in work:
        step()
    return (time.thread_time() - before) * 1e3


def finish(figures: Mapping[str, float], goals: Sequence[Goal]) -> int:
    """Print and write all figures; return the exit code, 1 if a goal is missed."""
    for name, value in figures.items():
        print(f"{name:52} {value:10.2f}")
    for goal in goals:
        print(f"{'reached' if goal.reached else 'MISSED ':8} {goal.name}: {goal.value:.2f}, goal {goal.limit:g}")
    if "--json" in sys.argv:
        found = {**figures, **{f"goal: {goal.name}": goal.value for goal in goals}}
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(found, indent=1), "utf-8")
    return int(not all(goal.reached for goal in goals))
