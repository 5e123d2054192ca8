"""Throughput and memory of `suggest` on many articles, against the bare pipeline in as many processes.

``python tests/benchmarks/corpus.py [--articles N] [--processes N] [--json FILE]``. The bare pipeline only reads; the
command also tokenises, detects the language and stores the results. Both are timed from their first answer, because
starting takes seconds in any case. Both multiply matrices with one thread, as in the program: with more, the bare
pipeline would be slower, and the floor too easy.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

from annotator.corpus.article import Article  # noqa: E402
from annotator.jobs.suggesting import suggest_documents  # noqa: E402
from annotator.jobs.suggesting.suggest_documents import Effort  # noqa: E402
from annotator.model import schema_file  # noqa: E402
from annotator.project.project import Project  # noqa: E402
from annotator.suggest.sources.pipeline import load  # noqa: E402
from annotator.suggest.sources.registry import available  # noqa: E402
from annotator.suggest.sources.source import SourceInfo  # noqa: E402
from annotator.text.sentences import split  # noqa: E402
from tests.benchmarks._figures import Goal, finish  # noqa: E402

SHARE = 0.9  # of the bare pipeline's throughput
FLAT = 1.25  # the largest process with all articles / with a quarter of them


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json")
    options = parser.parse_args()
    made = list(texts(options.articles))
    (german,) = available().named(["de_news"])
    _, quarter = suggested(made[: len(made) // 4], (german,), options.processes)
    ours, whole = suggested(made, (german,), options.processes)
    every, _ = suggested(made, available().sources, options.processes)
    plain = bare(made, german, options.processes)
    figures = {
        "bare pipeline, articles/s": plain,
        "suggest, the model alone, articles/s": ours,
        "suggest, all sources, articles/s": every,
        "of the bare pipeline's throughput, the model alone": ours / plain,
        "of the bare pipeline's throughput, all sources": every / plain,
        "largest process, MB": whole,
    }
    goals = [
        Goal(name="time of suggest / of the bare pipeline", value=plain / ours, limit=1 / SHARE),
        Goal(name="memory, all articles / a quarter", value=whole / quarter, limit=FLAT),
    ]
    return finish(figures, goals)


def texts(count: int) -> Iterator[str]:
    """Yield articles mixed from the sentences of the German samples: about twenty sentences each."""
    chance = random.Random(1)
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources" / "samples").glob("*.txt"))]
    german = [text for text in samples if " der " in text and " und " in text]
    sentences = [text[start:end] for text in german for start, end in split(text)]
    for number in range(count):
        paragraphs = (" ".join(chance.choices(sentences, k=4)) for _ in range(5))
        yield "\n\n".join((*paragraphs, f"Nr. {number} 🎈"))


def suggested(articles: list[str], sources: tuple[SourceInfo, ...], processes: int) -> tuple[float, float]:
    """Return the articles per second of `suggest` in a new project, and the largest process in MB."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project.create(Path(folder, "corpus"), schema=schema_file.load("news"), annotator="bench")
        try:
            named = [Article(name=str(n), title=str(n), text=text, language="de") for n, text in enumerate(articles)]
            ids = project.add_articles(named).ids
            answers: list[tuple[float, int]] = []
            sizes: list[float] = []

            def hear(done: int, _total: int) -> None:
                answers.append((time.perf_counter(), done))
                sizes.append(largest())

            suggest_documents.suggest(project, ids, sources, hear, Effort(processes=processes))
            return rate(answers), max(sizes)
        finally:
            project.close()


def bare(articles: list[str], info: SourceInfo, processes: int) -> float:
    """Return the articles per second of bare spaCy in as many processes."""
    if info.folder is None:
        raise FileNotFoundError(info.name)
    pipeline = load(info.name, info.folder, info.version)
    docs = pipeline.pipe(articles, n_process=processes, batch_size=32)
    return rate([(time.perf_counter(), done) for done, _ in enumerate(docs, 1)])


def rate(answers: list[tuple[float, int]]) -> float:
    """Return the articles per second between the first answer and the last."""
    (begun, first), (ended, last) = answers[0], answers[-1]
    return (last - first) / (ended - begun)


def largest() -> float:
    """Return the peak memory of any running child process, in MB.

    Linux's figures for ended children will not do: each child begins as a copy of this process, with all articles.
    """
    statuses = [Path(f"/proc/{child.pid}/status").read_text().splitlines() for child in active_children()]
    return max(
        (int(line.split()[1]) / 1024 for lines in statuses for line in lines if line.startswith("VmHWM")), default=0
    )


if __name__ == "__main__":
    sys.exit(main())
