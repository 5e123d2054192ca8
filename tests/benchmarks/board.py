"""The board over 100,000 claims in 10,000 articles, against the bare query: `python -m tests.benchmarks.board`.

Both are measured in turn, in CPU time, so that other work on the machine affects both alike. In the program it runs in
the files process; the additional cost there is the transfer of the answer, `pickled` below.
"""

import pickle
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.jobs.board import Board, board
from annotator.project.project import Project
from annotator.store.queries.who import ClaimFilter
from tests.benchmarks._claims import make
from tests.benchmarks._figures import Goal, finish, percentile

_ARTICLES, _CLAIMS, _TURNS = 10_000, 100_000, 15


def main() -> int:
    """Measure, and compare with the goals."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "board", articles=_ARTICLES, claims=_CLAIMS)
        project = Project.open(path, read_only=True)
        found: list[Board] = []
        floor, whole, moved = [], [], []
        for _ in range(_TURNS):
            floor.append(_took(lambda: project.read.who.counted(ClaimFilter(annotator="bench"))))
            whole.append(_took(lambda: found.append(board(path, ClaimFilter(annotator="bench"))[0])))
            moved.append(_took(lambda: pickle.loads(pickle.dumps(found[-1]))))  # noqa: S301  # our own
        filtered = _took(lambda: board(path, ClaimFilter(since="2025-03-01", until="2025-08-31", publisher="The Pier")))
        project.close()
    figures = {
        "claims": float(found[-1].claims),
        "claimants": float(len(found[-1].claimants)),
        "bare query, median ms": percentile(floor, 50),
        "board, median ms": percentile(whole, 50),
        "board of a half-year of one publisher, ms": filtered,
        "pickled, median ms": percentile(moved, 50),
    }
    ratio = percentile([a / b for a, b in zip(whole, floor, strict=True)], 50)
    goals = [
        Goal(name="board against the bare query", value=ratio, limit=1.6),
        Goal(name="board and its way, ms", value=percentile(whole, 50) + percentile(moved, 50), limit=200),
    ]
    return finish(figures, goals)


def _took(act: Callable[[], object]) -> float:
    started = time.thread_time()
    act()
    return (time.thread_time() - started) * 1e3


if __name__ == "__main__":
    sys.exit(main())
