"""Time to find many strings that were decided before in a long text. The floor is the time to find few.

``python tests/benchmarks/seen.py [--json FILE]``. CPU milliseconds, both in turn.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.model.values import ENTITIES
from annotator.suggest.sources.memory.seen import SeenMatcher, SeenString
from annotator.suggest.tokenizer import tokenise
from tests.benchmarks._figures import Goal, finish, percentile

REPEATED = 9
TEXT = "Name5 Nächster5 sah die Straße Straße Name9 😀. " * 2_100


def main() -> int:
    """Measure, and return the exit code."""
    few = [string("Straße " * n + "Ende") for n in range(1, 28)]
    many = [string(f"Name{i} Nächster{i % 77}") for i in range(9_900)] + few
    tokens = tokenise(TEXT, "de")
    times: dict[str, list[float]] = {"few": [], "many": []}
    matchers = {"few": SeenMatcher(few, ("PER",)), "many": SeenMatcher(many, ("PER",))}
    for _ in range(REPEATED):
        for name, matcher in matchers.items():
            before = time.process_time()
            matcher.find(TEXT, tokens)
            times[name].append(1000 * (time.process_time() - before))
    figures = {f"find {name} strings, CPU ms": percentile(values, 50) for name, values in times.items()}
    ratio = percentile(times["many"], 50) / percentile(times["few"], 50)
    return finish(figures, [Goal(name="10,000 strings against 27", value=ratio, limit=3)])


def string(text: str) -> SeenString:
    """Build a string that was accepted once as a person."""
    return SeenString(text, ENTITIES, "PER", 1, 0)


if __name__ == "__main__":
    sys.exit(main())
