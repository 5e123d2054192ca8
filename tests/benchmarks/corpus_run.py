"""A run over many short articles: CPU seconds for each article with one worker and with two, memory, and overhead.

``python tests/benchmarks/corpus_run.py [--articles N] [--json FILE]``, with the extra ``scale``. One worker reads an
eighth of the articles, two read all. The cost of starting is reported separately: the figures for each article begin
after the first part of each worker. Overhead is everything but the processes that read: driver, scheduler, workers.
``prelabel.py`` compares a part with bare ``nlp.pipe``.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks._figures import Goal, finish  # noqa: E402

SHARD, ROWS, SENTENCES = 20_000, 1_000, 4
FEW, MANY = 2_000, 20_000  # articles after which the memory is compared


class Measured(NamedTuple):
    """CPU seconds for each article after the start, and as a whole; the share of overhead; and memory in MB."""

    each: float
    every: float
    overhead: float
    seconds: float
    few: float
    many: float


def write(room: Path, count: int) -> None:
    """Write a corpus of short articles."""
    from tests.annotator.scale.corpora import mixed, write_parquet

    for shard, first in enumerate(range(0, count, SHARD)):
        some = mixed(min(SHARD, count - first), SENTENCES, seed=shard)
        records = [{"id": str(first + n), "text": f"{text}\nNr. {first + n}"} for n, text in enumerate(some)]
        write_parquet(room / f"{shard:03}.parquet", records, group=ROWS)


def measure(corpus: Path, out: Path, workers: int) -> Measured:
    """Run over a corpus, and measure."""
    from annotator.scale import run
    from annotator.scale.engines import Engine, Where
    from tests.annotator.scale.corpora import asked

    began, before = time.monotonic(), spent()
    start = (0.0, 0)
    few = many = finished = 0
    for state in run.prelabel(str(corpus), str(out), asked(ROWS), Engine.DASK, Where(workers=workers)):
        if state.finished == finished:
            continue
        finished = state.finished
        if finished == workers:
            start = state.cpu, state.articles
        if not few and state.articles >= FEW:
            few = state.memory
        if state.articles <= MANY:
            many = state.memory
        if finished % 10 == 0:
            each = f"{1e3 * state.cpu / state.articles:.1f} ms, {state.memory / 1e6:.0f} MB"
            print(f"{workers} workers: {state.articles} articles, {state.pace:.0f} per second, {each}", flush=True)
    every = spent() - before
    assert not state.undone, state.undone
    return Measured(
        each=(state.cpu - start[0]) / (state.articles - start[1]),
        every=every / state.articles,
        overhead=(every - state.cpu) / every,
        seconds=time.monotonic() - began,
        few=few / 1e6,
        many=many / 1e6,
    )


def spent() -> float:
    """Return the CPU seconds of this process and of all that have ended below it."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--json")
    options = parser.parse_args()
    if find_spec("distributed") is None:
        print("The extra scale is not installed: nothing is measured.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        write(room / "some", max(2 * ROWS, options.articles // 8))
        write(room / "all", options.articles)
        one = measure(room / "some", room / "one", 1)
        two = measure(room / "all", room / "two", 2)
        line = [sys.executable, str(ROOT / "main.py"), "corpus", "check", str(room / "two")]
        subprocess.run(line, check=True)
        size = sum(path.stat().st_size for path in (room / "two").rglob("*.parquet"))
    figures = {"articles": float(options.articles), "bytes of results for each article": size / options.articles}
    for words, found in (("one worker", one), ("two workers", two)):
        figures |= {f"{words}, CPU ms for each article": 1e3 * found.each}
        figures |= {f"{words}, with the start": 1e3 * found.every, f"{words}, seconds": found.seconds}
    figures |= {f"MB after {FEW}": two.few, f"MB after {MANY} or all": two.many}
    return finish(
        figures,
        [
            Goal(name="CPU for an article, two workers / one", value=two.each / one.each, limit=1.1),
            Goal(name=f"memory after {MANY} / after {FEW}", value=two.many / two.few, limit=1.3),
            Goal(name="share of overhead", value=two.overhead, limit=0.05),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
