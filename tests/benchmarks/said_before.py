"""Time to find earlier claims among 100,000.

``python tests/benchmarks/said_before.py [--json FILE]``. The floor is the bare FTS5 query for any of the same words,
ordered by rank, on a connection of its own, in turn in the same loop. Each claim was said before with another word
order and endings, and without one of its words. Wall and CPU milliseconds.
"""

import itertools
import random
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.corpus.article import Article
from annotator.jobs.searching.said_before import alike
from annotator.model import schema_file
from annotator.project.project import Project
from annotator.text.stems import stems
from tests.benchmarks._figures import Goal, finish, percentile

CLAIMS, ARTICLES, ASKED = 100_000, 1_000, 200
SYLLABLES = (
    "ha fen gre mo dell stadt wol ken rat haus bür ger mei ster in nord licht kü ste laut zei tung mün de ver kehr"
    " steu er preis zahl jahr pro zent ener gie wahl par tei schul 🎈"
).split()
ENDINGS = ("", "e", "en", "s", "n", "er", "es")
BARE = "SELECT rowid FROM claim_search WHERE claim_search MATCH ? ORDER BY rank LIMIT 50"


def id_of(number: int) -> str:
    """Return the id of a claim."""
    return f"{number:032x}"


def claims() -> list[str]:
    """Build claims of words with a natural frequency distribution; every tenth repeats the one before."""
    chance = random.Random(5)
    words = list({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(30_000)})
    common = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    made: list[list[str]] = []
    for number in range(CLAIMS):
        chosen = chance.choices(words, cum_weights=common, k=chance.randint(6, 22))
        if number % 10 == 9:
            chosen = chance.sample(made[-1], len(made[-1]))[1:]
        made.append(chosen)
    return [" ".join(word + chance.choice(ENDINGS) for word in chosen) for chosen in made]


def project(path: Path) -> Path:
    """Write a project with these claims by SQL: triggers fill the index."""
    made = Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")
    numbers = map(str, range(ARTICLES))
    ids = made.add_articles([Article(name=n, title=n, text=f"{n}.", language="de") for n in numbers]).ids
    made.close()
    rows = ((id_of(n), ids[n % ARTICLES], n, n + 1, saying) for n, saying in enumerate(claims()))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO span VALUES (?, ?, 'claims', 'CLAIM', ?, ?, '[]', ?, '{}', '', 0, 'bench', '{}')", rows
        )
    return path


def main() -> int:
    """Measure, print, return the exit code."""
    wall: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder) / "claims.spanwright")
        opened = Project.open(path, read_only=True)
        with closing(opened), closing(sqlite3.connect(path)) as bare:
            for number in range(9, CLAIMS, CLAIMS // ASKED):
                (line,) = opened.read.claims.lines([id_of(number)], "bench")
                words = " OR ".join(f'"{stem}"*' for stem in stems(line.quote))
                started = time.perf_counter(), time.thread_time()
                bare.execute(BARE, [words]).fetchall()
                between = time.perf_counter(), time.thread_time()
                answer = alike(opened.read, line.id, "bench")
                ended = time.perf_counter(), time.thread_time()
                wall["floor"].append((between[0] - started[0]) * 1e3)
                cpu["floor"].append((between[1] - started[1]) * 1e3)
                wall["alike"].append((ended[0] - between[0]) * 1e3)
                cpu["alike"].append((ended[1] - between[1]) * 1e3)
                found += id_of(number - 1) in {each.claim.id for each in answer}
    figures = {"claims": float(CLAIMS), "asked": float(len(wall["alike"])), "found": float(found)}
    for name, values in wall.items():
        figures |= {f"{name} p50": percentile(values, 50), f"{name} p95": percentile(values, 95)}
        figures |= {f"{name} p95, CPU": percentile(cpu[name], 95), f"{name} most": max(values)}
    ratio = percentile(cpu["alike"], 95) / percentile(cpu["floor"], 95)
    goals = [
        Goal(name="p95, milliseconds", value=percentile(cpu["alike"], 95), limit=100),
        Goal(name="p95 against the bare query", value=ratio, limit=1),
        Goal(name="share that was said before and is not found", value=1 - found / len(wall["alike"]), limit=0.05),
    ]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
