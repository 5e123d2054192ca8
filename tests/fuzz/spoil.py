"""Fuzzing with random mutations.

``python tests/fuzz/spoil.py [NAME…] [--seconds N] [--seed N]``: all readers, two minutes each, by default. Failing
files are kept in a folder whose path is printed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.mutation import Spoiler
from tests.fuzz.readers import NAMES, reader, seeds_of


class Found(Exception):
    """Raised with a file that makes a reader fail."""


def spoil(name: str, folder: Path, *, seed: int) -> Iterator[int]:
    """Read mutated files without end; yield after each how many were read.

    Raises:
        Found: A reader failed; the file is in ``folder / "read"``.
    """
    whole = seeds_of(name, folder / "seeds")
    attempt = reader(name, folder / "read")
    for one in whole:
        attempt(one, one.content)
    spoilers = [(one, Spoiler([one.content], seed + number)) for number, one in enumerate(whole)]
    for tried, (one, spoiler) in enumerate(cycle(spoilers)):
        try:
            attempt(one, spoiler.next())
        except Exception as error:
            raise Found(f"{name}: {folder / 'read' / one.name}, file {tried} of seed {seed}") from error
        yield tried + 1


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *NAMES])
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    for name in given.names or NAMES:
        folder = Path(tempfile.mkdtemp(prefix=f"spoilt-{name}-"))
        late = time.process_time() + given.seconds
        tried = next(tried for tried in spoil(name, folder, seed=given.seed) if time.process_time() >= late)
        print(name, tried, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
