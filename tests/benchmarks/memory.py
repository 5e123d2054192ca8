"""Memory of the program with a huge article open, against itself without a project and a bare window.

``python tests/benchmarks/memory.py [--json FILE]``; on Linux only. The processes beside the window are not counted.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks import _processes
from tests.benchmarks._corpus import article
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import store

SIZES = {"typical": (3_000, 60), "huge": (1_000_000, 20_000)}
ROUNDS = 3


def main() -> int:
    """Measure, print, return the exit code."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        what = {"bare window": _processes.BARE, "empty window": _processes.EMPTY}
        what |= {name: str(store(article(*size), Path(folder, name))) for name, size in SIZES.items()}
        rounds = [
            {name: _processes.run(which, home / name)["memory"] for name, which in what.items()} for _ in range(ROUNDS)
        ]
    figures = {f"{name}, MB": percentile([found[name] for found in rounds], 50) for name in what}
    huge = figures["huge, MB"]
    goals = [
        Goal(name="huge article / bare window", value=huge / figures["bare window, MB"], limit=3.0),
        Goal(name="huge article / empty window", value=huge / figures["empty window, MB"], limit=1.6),
    ]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
