"""Time to find claims by meaning among 100,000, and how many pairs of claims that say the same are found.

``python tests/benchmarks/meaning.py [--json FILE] [PAIRS]``. The floor is numpy's bare product of as many vectors of
four bytes a number with one, and the 50 largest, in turn in the same loop. The vectors are random: time does not depend
on what they say. Wall and CPU milliseconds.

``PAIRS`` is a table without a header, two claims that say the same and their languages (``de-en``) a line. The pairs in
``tests/gold/claim_pairs_hard.tsv`` are asked too, among their distractors. Each is asked in a project, as the window
does: listed, listed first, and how many other claims are listed.
"""

import csv
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the processes of the program

import numpy as np

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.searching.meaning import shipped
from annotator.jobs.searching.said_before import learn_claims, said_before
from annotator.model import schema_file
from annotator.model.values import CLAIMS, Span, new_id
from annotator.project.project import Project
from annotator.suggest.encoder.meaning import SIZE, Said, packed
from annotator.suggest.encoder.vector_cache import key
from tests.benchmarks import said_before as many
from tests.benchmarks._figures import Goal, finish, percentile

ASKED, MOST = 100, 50
HARD = Path(__file__).parents[1] / "gold" / "claim_pairs_hard.tsv"


class Pairs(NamedTuple):
    """Pairs of claims that say the same, and claims that look alike and say something else."""

    pairs: Sequence[tuple[Said, Said]]
    others: Sequence[Said]


def rows(path: Path) -> list[list[str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as opened:
        return [row for row in csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


def plain_pairs(path: Path) -> Pairs:
    """Read pairs without distractors."""
    found = []
    for one, other, tongues in rows(path):
        first, _, second = tongues.partition("-")
        found.append((Said(first, one), Said(second, other)))
    return Pairs(found, ())


def hard_pairs(path: Path) -> Pairs:
    """Read pairs and distractors."""
    all_rows = rows(path)
    pairs = [(Said(row[2], row[3]), Said(row[4], row[5])) for row in all_rows if row[0] == "pair"]
    return Pairs(pairs, [Said(row[2], row[3]) for row in all_rows if row[0] == "distractor"])


def recall(name: str, asked: Pairs, folder: Path) -> dict[str, float]:
    """Ask for each first claim of a pair in a project with all others."""
    said = [each for pair in asked.pairs for each in pair] + list(asked.others)
    project = Project.create(folder / name, schema=schema_file.load("news"), annotator="bench")
    articles = [
        Article(name=str(n), title=str(n), text=each.text, language=each.language) for n, each in enumerate(said)
    ]
    ids = project.add_articles(articles).ids
    claims = [
        Span(id=new_id(), document=id_, layer=CLAIMS, label="CLAIM", parts=((0, len(each.text)),), annotator="bench")
        for id_, each in zip(ids, said, strict=True)
    ]
    project.do(edits.add(claims))
    project.close()
    while learn_claims(project.path):
        pass
    listed = first = others = 0
    for number in range(0, 2 * len(asked.pairs), 2):
        found = [each.claim.id for each in said_before(project.path, claims[number].id)]
        wanted = claims[number + 1].id
        listed += wanted in found
        first += found[:1] == [wanted]
        others += len(found) - (wanted in found)
    pairs = len(asked.pairs)
    return {
        f"{name}: pairs": float(pairs),
        f"{name}: listed": float(listed),
        f"{name}: listed first": float(first),
        f"{name}: others listed, a pair": others / pairs,
    }


def speed(folder: Path) -> tuple[dict[str, float], list[Goal]]:
    """Compare the program's search with the bare product."""
    wall: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    path = many.project(folder / "many.spanwright")
    meanings = shipped()
    assert meanings is not None, "the model is missing"
    with closing(Project.open(path, read_only=True)) as opened:
        said = [
            Said(language, words)
            for _, language, *every in opened.read.claims.sayings(None)
            for words in every
            if words
        ]
        chance = np.random.default_rng(5)
        vectors = chance.standard_normal((len(said), SIZE), np.float32)
        meanings.cache.add([key(each) for each in said], packed(vectors))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        started = time.perf_counter()
        meanings.near(opened.read, path, said[:1], None)
        cold = (time.perf_counter() - started) * 1e3
        for number in range(ASKED):
            started, began = time.perf_counter(), time.process_time()
            product = vectors @ vectors[number]
            np.argpartition(-product, MOST)[:MOST]
            between, middle = time.perf_counter(), time.process_time()
            assert meanings.near(opened.read, path, said[number : number + 1], None)
            ended, last = time.perf_counter(), time.process_time()
            wall["floor"].append((between - started) * 1e3)
            cpu["floor"].append((middle - began) * 1e3)
            wall["near"].append((ended - between) * 1e3)
            cpu["near"].append((last - middle) * 1e3)
    figures = {"claims": float(len(said)), "first answer, claims read": cold}
    for name, values in wall.items():
        figures |= {f"{name} p50": percentile(values, 50), f"{name} p95": percentile(values, 95)}
        figures |= {f"{name} p50, CPU": percentile(cpu[name], 50), f"{name} p95, CPU": percentile(cpu[name], 95)}
    ratio = percentile(cpu["near"], 50) / percentile(cpu["floor"], 50)
    goals = [
        Goal(name="p50, milliseconds of CPU", value=percentile(cpu["near"], 50), limit=50),
        Goal(name="p50 against the bare product", value=ratio, limit=4),
    ]
    return figures, goals


def main() -> int:
    """Measure, print, return the exit code."""
    given = [argument for argument in sys.argv[1:] if argument.endswith(".tsv")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        figures, goals = speed(Path(folder))
        for path in map(Path, given):
            figures |= recall(path.stem, plain_pairs(path), Path(folder))
            missed = figures[f"{path.stem}: pairs"] - figures[f"{path.stem}: listed"]
            goals.append(Goal(name=f"{path.stem}: pairs missed", value=missed, limit=1))
        if HARD.exists():
            figures |= recall("hard", hard_pairs(HARD), Path(folder))
            goals.append(Goal(name="hard pairs missed", value=40 - figures["hard: listed"], limit=6))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
