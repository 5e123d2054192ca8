"""Time of the program to its first paint, against a bare Qt window: whole processes in turn.

``python tests/benchmarks/start.py [--json FILE]``. The project contains an article of usual size.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks import _processes
from tests.benchmarks._corpus import article
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import store

ROUNDS = 7


def main() -> int:
    """Measure, print, return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        project = store(article(6_000, 60), Path(folder, "start.spanwright"))
        home = Path(folder, "home")
        for what in (_processes.BARE, project):  # the first read from disk does not count
            _processes.run(what, home)
        pairs = [(_processes.run(_processes.BARE, home), _processes.run(project, home)) for _ in range(ROUNDS)]
    bare, bare_effort = (percentile([floor[of] for floor, _ in pairs], 50) for of in ("first paint", "effort"))
    first, effort = (percentile([program[of] for _, program in pairs], 50) for of in ("first paint", "effort"))
    shown = percentile([program["article"] for _, program in pairs], 50)
    figures = {"bare window, ms": bare, "first paint, ms": first, "article painted, ms": shown}
    figures |= {"article painted / bare": shown / bare, "bare window, CPU ms": bare_effort}
    figures |= {"first paint, CPU ms": effort, "first paint / bare window, CPU": effort / bare_effort}
    return finish(figures, [Goal(name="first paint / bare window", value=first / bare, limit=2.0)])


if __name__ == "__main__":
    sys.exit(main())
