"""Cost of printing the list of 100,000 articles by command, and whether memory stays flat.

``python tests/benchmarks/printed_list.py [--json FILE]``. CPU seconds of this process, the best of `ROUNDS`, ours and
the bare work in turn: a SELECT of the articles' columns, without the label counts that ours adds, and ``json.dumps`` of
each row. Memory is the peak, for few articles and for many.
"""

import json
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import closing, redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.cli.app import run
from tests.benchmarks._figures import Goal, finish
from tests.benchmarks.list import project

ROUNDS, FEW = 5, 3_000
BARE = """
SELECT document.id, title, language, published, priority, coalesce(state, 'open') AS state
FROM document LEFT JOIN document_state ON document = document.id AND annotator = 'bench' ORDER BY document.rowid
"""


def bare(path: Path) -> None:
    """Print articles without any of our code."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for row in connection.execute(BARE):
            print(json.dumps(dict(row), ensure_ascii=False, sort_keys=True))


def printed(act: Callable[[], object]) -> float:
    """Return the CPU seconds of printing into a file."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file, redirect_stdout(file):
        started = time.process_time()
        act()
        file.flush()
        return time.process_time() - started


def listed(*arguments: str) -> None:
    """Print the list as the command does."""
    if run(["list", *arguments]):
        sys.exit("it could not be listed")


def memory(path: Path) -> float:
    """Return the peak memory of listing a project, in MB."""
    tracemalloc.start()
    printed(lambda: listed(str(path), "--json"))
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return peak


def main() -> int:
    """Measure, print, return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path, few = project(Path(folder, "many.spanwright")), project(Path(folder, "few.spanwright"), FEW)
        acts = {
            "bare": lambda: bare(path),
            "list --json": lambda: listed(str(path), "--json"),
            "list": lambda: listed(str(path)),
        }
        rounds = [{name: printed(act) for name, act in acts.items()} for _ in range(ROUNDS)]
        memory(few)  # loads late imports
        small, large = memory(few), memory(path)
    figures = {f"{name}, s": min(found[name] for found in rounds) for name in acts}
    goals = [
        Goal(name=f"{name} / bare", value=figures[f"{name}, s"] / figures["bare, s"], limit=3.0)
        for name in ("list --json", "list")
    ]
    figures |= {f"memory, {FEW} articles, MB": small, "memory, 100,000 articles, MB": large}
    goals.append(Goal(name="memory, many / few", value=large / small, limit=1.2))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
