"""How much memory the program has with a huge article open, against a window of bare Qt.

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
    """Measure, print, give the exit code."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        what = {"bare window": _processes.BARE}
        what |= {name: str(store(article(*size), Path(folder, name))) for name, size in SIZES.items()}
        rounds = [{name: _processes.run(which, home)["memory"] for name, which in what.items()} for _ in range(ROUNDS)]
    figures = {f"{name}, MB": percentile([found[name] for found in rounds], 50) for name in what}
    ratio = figures["huge, MB"] / figures["bare window, MB"]
    return finish(figures, [Goal(name="huge article / bare window", value=ratio, limit=3.0)])


if __name__ == "__main__":
    sys.exit(main())
