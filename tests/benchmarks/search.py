"""Time to find words in 100,000 articles while typing, with and without filters, and the cost of importing.

``python tests/benchmarks/search.py [--json FILE]``. The floor of a search is the bare query of the index for the same
articles, on a connection of its own, in turn in the same loop. The floor of an import is the same import into a file
without the index, both of texts that were read already. CPU milliseconds of the thread, because machines are shared;
``first`` is the time until the first places are there with their context, ``all`` the time to search every article.
"""

import itertools
import random
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.corpus.article import Article
from annotator.jobs.searching.concordance import find_places
from annotator.model import schema_file
from annotator.model.query import Query
from annotator.model.values import State
from annotator.project.project import Project
from annotator.store import writing
from tests.benchmarks._figures import Goal, cpu, finish, percentile

ARTICLES, IMPORTED = 100_000, 10_000
REPEATED = 9
VOCABULARY = 12_000
PUBLISHERS = ("Küstenbote", "Hafenblatt", "Der Morgen", "Ostwind")
FILTERS = {
    "language": Query(language="en"),
    "publisher": Query(publisher="Ostwind"),
    "date": Query(since="2026-02-01", until="2026-02-20"),
    "state": Query(state=State.DONE),
    "label": Query(layer="entities", label="LOC"),
    "doubt": Query(doubt=True),
}
BARE = "SELECT rowid FROM document_search WHERE document_search MATCH ?"


def words() -> list[str]:
    """Return a vocabulary of invented words."""
    chance = random.Random(7)
    letters = "abcdefghijklmnoprstuvwzäöü"
    return ["".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(VOCABULARY)]


def articles(vocabulary: list[str], count: int, length: int) -> list[Article]:
    """Build short articles whose words have a natural frequency distribution."""
    chance = random.Random(3)
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(vocabulary))))
    return [
        Article(
            title=f"{' '.join(chance.choices(vocabulary, cum_weights=weights, k=4))} {number}",
            text=f"{number}. {' '.join(chance.choices(vocabulary, cum_weights=weights, k=length))}.",
            language="en" if number % 3 else "de",
            publisher=PUBLISHERS[number % len(PUBLISHERS)],
            published=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )
        for number in range(count)
    ]


def project(path: Path, vocabulary: list[str]) -> Project:
    """Write a project of many short articles; a tenth is done, a third has labels, some with doubt."""
    made = Project.create(path, schema=schema_file.load("news"), annotator="bench")
    made.add_articles(articles(vocabulary, ARTICLES, 60))
    made.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TEMP TABLE numbered AS SELECT id, rowid AS number FROM document")
        connection.execute(
            "INSERT INTO document_state (document, annotator, state, note)"
            " SELECT id, 'bench', 'done', '' FROM numbered WHERE number % 10 = 0"
        )
        connection.execute(
            "INSERT INTO span (id, document, layer, label, start, end, parts, quote, attributes, note, doubt,"
            " annotator, origin) SELECT 's' || number, id, 'entities', iif(number % 2, 'LOC', 'PER'), 0, 1, '[[0, 1]]',"
            " '1', '{}', '', number % 5 = 0, 'bench', '{\"kind\": \"human\"}' FROM numbered WHERE number % 3 = 0"
        )
    return Project.open(path)


def first(made: Project, query: Query) -> None:
    """Search until the first places are found."""
    for places in find_places(made.read, query, made.annotator):
        if places:
            return
    sys.exit(f"nothing was found: {query}")


def play(made: Project, vocabulary: list[str]) -> dict[str, list[float]]:
    """Search in turn with the bare query; return the milliseconds by name."""
    found: dict[str, list[float]] = defaultdict(list)
    common, middle, rare = vocabulary[0], vocabulary[60], vocabulary[4000]
    typed = {"common word": common, "middle word": middle, "rare word": rare, "two letters": middle[:2]}
    with closing(sqlite3.connect(made.path)) as connection:
        search = made.read.search
        everything = partial(search.ids, annotator=made.annotator)
        for _ in range(REPEATED):
            for name, letters in typed.items():
                found[f"first, {name}"].append(cpu(partial(first, made, Query(words=letters))))
            found["all, bare query of the index"].append(cpu(partial(bare, connection, f'"{middle}"*')))
            found["all, no filter"].append(cpu(partial(everything, Query(words=middle))))
            for name, query in FILTERS.items():
                found[f"all, {name}"].append(cpu(partial(everything, replace(query, words=middle))))
                found[f"first, {name}"].append(cpu(partial(first, made, query)))
            found["best first"].append(cpu(partial(search.ranked, Query(words=rare), made.annotator)))
    return found


def bare(connection: sqlite3.Connection, match: str) -> None:
    """Query the index for all articles."""
    connection.execute(BARE, [match]).fetchall()


@contextmanager
def nothing_found() -> Iterator[None]:
    """Keep new articles out of the index while the body of the ``with`` statement runs."""
    usual = writing.add_to_search
    setattr(writing, "add_to_search", lambda *_: None)  # noqa: B010  # mypy forbids replacing functions
    try:
        yield
    finally:
        setattr(writing, "add_to_search", usual)  # noqa: B010


def importing(folder: Path, vocabulary: list[str]) -> dict[str, list[float]]:
    """Import with and without index, in turn."""
    found: dict[str, list[float]] = defaultdict(list)
    coming = articles(vocabulary, IMPORTED, 200)
    for number in range(3):
        for name in ("with", "without"):
            made = Project.create(folder / f"{name}{number}", schema=schema_file.load("news"), language="de")
            with nothing_found() if name == "without" else nullcontext():
                found[f"import {name} index"].append(cpu(partial(made.add_articles, coming)))
            made.close()
    return found


def main() -> int:
    """Measure, print, return the exit code."""
    vocabulary = words()
    with tempfile.TemporaryDirectory() as folder:
        measured = importing(Path(folder), vocabulary)
        made = project(Path(folder, "search.spanwright"), vocabulary)
        measured |= play(made, vocabulary)
        made.close()
    figures = {f"{name}, p50, CPU ms": percentile(values, 50) for name, values in measured.items()}
    middle = {name: percentile(values, 50) for name, values in measured.items()}
    plain = middle["all, no filter"]
    goals = [Goal(name=name, value=middle[name], limit=50.0) for name in middle if name.startswith("first,")]
    goals += [Goal(name=f"{name} / no filter", value=middle[f"all, {name}"] / plain, limit=3.0) for name in FILTERS]
    cost = middle["import with index"] / middle["import without index"]
    goals.append(Goal(name="import with index / without", value=cost, limit=3.0))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
