"""Cost of importing articles and exporting datasets, against the bare work, and whether memory stays flat.

``python tests/benchmarks/io.py [--json FILE]``. CPU seconds of this one process, the best of `ROUNDS`, ours and the
bare work in turn. The floors: for an import, ``executemany`` of the resulting rows into the same tables of an empty
project, in one transaction; for Spanwright's JSONL, the ``json`` module over the same records; for CoNLL and DocBin,
spaCy tokenising the same texts, setting their entities, and serialising them, a DocBin with the same span groups and
records; the ratio to one with entities only is a figure without a goal. An import reads the file and checks every
record in a job, then stores the result. For articles without labels only storing is compared with the floor: reading
them detects headline, date, author, language, page furniture and near duplicates before the user is asked whether to
import them. That costs fifteen times the insertion of so few rows and is reported as a figure. So is the cost of
articles in an uncertain language, which are read letter by letter. An export also reads the project; the bare work does
not.
"""

import json
import random
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import spacy  # noqa: TID253  # one of the floors
from spacy.tokens import DocBin  # noqa: TID253
from spacy.util import filter_spans  # noqa: TID253

from annotator.formats.shared.tokens.training_tokens import blank_pipeline
from annotator.jobs.exporting.export_files import Request, export
from annotator.jobs.importing import import_read
from annotator.jobs.importing.import_store import take_in
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish

ARTICLES, FEW, ROUNDS = 10_000, 1_000, 3
SPANS, WORDS = 8, 90  # of an article
TABLES = "annotator document document_text document_number span edit edit_document".split()
COMMON = "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als".split()
SYLLABLES = "ha fen gre mo dell stadt wol ken rat haus bür ger mei ster in nord licht kü ste laut zei tung".split()


def records(count: int) -> list[dict[str, Any]]:
    """Build articles with labelled names, as records of JSON Lines."""
    chance = random.Random(11)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    return [_record(chance, vocabulary, number) for number in range(count)]


def _record(chance: random.Random, vocabulary: list[str], number: int) -> dict[str, Any]:
    words = chance.choices(vocabulary, k=WORDS)
    for at in range(0, WORDS, 12):
        words[at] = f"{words[at].capitalize()}"
        words[at - 1] += ". 😀" if chance.random() < 0.1 else "."
    text = " ".join(words)
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == " ")]
    spans = []
    for first in sorted(chance.sample(range(WORDS - 3), SPANS)):
        word = text[starts[first] :].split(" ", 1)[0].rstrip(".")
        place = {"start": starts[first], "end": starts[first] + len(word), "quote": word}
        spans.append({"layer": ENTITIES, "label": chance.choice(["PER", "ORG", "LOC"]), **place})
    return {"title": f"{number}: {words[0]}", "language": "de", "text": text, "spans": spans}


def in_german(text: str, chance: random.Random) -> str:
    """Replace a third of the words by common German ones."""
    words = text.split(" ")
    words[1::3] = chance.choices(COMMON, k=len(words[1::3]))
    return " ".join(words)


def as_articles(found: Sequence[dict[str, Any]], path: Path, *, doubtful: bool = False) -> Path:
    """Write unlabelled articles with foreign keys; doubtful ones are in no known language."""
    chance = random.Random(12)
    texts = ((r["title"], r["text"] if doubtful else in_german(r["text"], chance)) for r in found)
    lines = (json.dumps({"headline": title, "body": text}, ensure_ascii=False) for title, text in texts)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def as_labelled(found: Sequence[dict[str, Any]], path: Path) -> Path:
    """Write articles with their labels."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found), "utf-8")
    return path


def bring_in(source: Path, target: Path) -> tuple[Path, float, float]:
    """Import a file into a new project as the program does; return the project and the costs of reading and storing."""
    project = Project.create(target, schema=schema_file.load("news"), language="de", annotator="bench")
    with closing(project):
        started = time.process_time()
        found = import_read.read([source], None, import_read.read_options(project, None), project=project.path)
        if found.failures or found.problems:
            sys.exit(f"{found.failures} {found.problems}")
        between = time.process_time()
        take_in(project, found)
        return project.path, between - started, time.process_time() - between


def bare_rows(filled: Path, target: Path) -> Callable[[], None]:
    """Return a function that inserts the rows of a project into an empty one."""
    project = Project.create(target, schema=schema_file.load("news"), language="de", annotator="bench")
    project.close()
    with closing(sqlite3.connect(filled)) as connection:
        columns = {table: [found[1] for found in connection.execute(f"PRAGMA table_info({table})")] for table in TABLES}
        rows = {t: connection.execute(f"SELECT {', '.join(columns[t])} FROM {t}").fetchall() for t in TABLES}

    def insert() -> None:
        with closing(sqlite3.connect(project.path)) as connection, connection:
            connection.execute("PRAGMA synchronous = FULL")
            for table in TABLES:
                names, places = ", ".join(columns[table]), ", ".join("?" * len(columns[table]))
                connection.executemany(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})", rows[table])

    return insert


def index(filled: Path) -> Callable[[], None]:
    """Return a function that rebuilds the word index, an additional cost of imports."""

    def fill() -> None:
        with closing(sqlite3.connect(filled)) as connection, connection:
            connection.execute("INSERT INTO document_search (document_search) VALUES ('rebuild')")

    return fill


def write(project: Path, target: Path, name: str) -> Callable[[], None]:
    """Return a function that exports."""

    def act() -> None:
        blank_pipeline.cache_clear()  # as in the process of an export
        export(project, target, Request(format=name))

    return act


def written_records(written: Path) -> list[dict[str, Any]]:
    """Return the records of an exported JSONL file."""
    return [json.loads(line) for line in written.read_text("utf-8").split("\n") if line]


def bare_json(written: Path, target: Path) -> Callable[[], None]:
    """Return a function that writes the same records with the ``json`` module."""
    found = written_records(written)

    def act() -> None:
        with target.open("w", encoding="utf-8") as file:
            for record in found:
                file.write(json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n")

    return act


def bare_docs(found: Sequence[dict[str, Any]]) -> list[Any]:
    """Tokenise with spaCy and set entities."""
    nlp = spacy.blank("de")
    docs = []
    for record in found:
        doc = nlp.make_doc(record["text"])
        made = [doc.char_span(s["start"], s["end"], label=s["label"]) for s in record["spans"]]
        doc.ents = filter_spans([span for span in made if span is not None])
        docs.append(doc)
    return docs


def bare_conll(found: Sequence[dict[str, Any]], target: Path) -> Callable[[], None]:
    """Return a function that writes spaCy's tokens in columns."""

    def act() -> None:
        with target.open("w", encoding="utf-8") as file:
            for doc in bare_docs(found):
                file.write("-DOCSTART- -X- -X- O\n\n")
                file.writelines(f"{t.text} _ _ {t.ent_iob_}{'-' if t.ent_type_ else ''}{t.ent_type_}\n" for t in doc)
                file.write("\n")

    return act


def bare_docbin(found: Sequence[dict[str, Any]], target: Path) -> Callable[[], None]:
    """Return a function that serialises tokens and entities with spaCy, and nothing else."""

    def act() -> None:
        DocBin(docs=bare_docs(found), store_user_data=True).to_disk(target)

    return act


def same_docbin(found: Sequence[dict[str, Any]], written: Path, target: Path) -> Callable[[], None]:
    """Return a function that serialises with spaCy, with the same span groups and the same record beside the tokens."""
    kept = [{name: value for name, value in record.items() if name != "text"} for record in written_records(written)]

    def act() -> None:
        docs = bare_docs(found)
        for doc, record in zip(docs, kept, strict=True):
            doc.spans[ENTITIES], doc.spans[CLAIMS] = list(doc.ents), []
            doc.user_data["spanwright"] = record
        DocBin(docs=docs, store_user_data=True).to_disk(target)

    return act


def cpu(act: Callable[[], object]) -> float:
    """Return the CPU seconds of this process."""
    started = time.process_time()
    act()
    return time.process_time() - started


def in_turn(acts: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Return the best of some rounds of each, run in turn."""
    rounds = [{name: cpu(act) for name, act in acts.items()} for _ in range(ROUNDS)]
    return {name: min(found[name] for found in rounds) for name in acts}


def imports(folder: Path, found: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Measure imports of articles, of articles in no known language, and of articles with labels."""
    figures: dict[str, float] = {}
    sources = {
        "articles": as_articles(found, folder / "a.jsonl"),
        "doubtful": as_articles(found, folder / "d.jsonl", doubtful=True),
        "labelled": as_labelled(found, folder / "l.jsonl"),
    }
    for name, source in sources.items():
        rounds: list[dict[str, float]] = []
        for number in range(ROUNDS):
            project, read, stored = bring_in(source, folder / f"{name}-{number}")
            bare = cpu(bare_rows(project, folder / f"{name}-bare-{number}"))
            rounds.append({"read": read, "stored": stored, "bare": bare, "index": cpu(index(project))})
        figures |= {f"{name}, {what}, s": min(r[what] for r in rounds) for what in rounds[0]}
    return figures


def exports(folder: Path, found: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Measure exports."""
    project = folder / "labelled-0.spanwright"
    target = folder / "out"
    export(project, folder / "once.jsonl", Request(format="jsonl"))
    acts = {
        "jsonl": write(project, target, "jsonl"),
        "jsonl, bare": bare_json(folder / "once.jsonl", target),
        "conll": write(project, target, "conll"),
        "conll, bare": bare_conll(found, target),
        "docbin": write(project, target, "docbin"),
        "docbin, bare": same_docbin(found, folder / "once.jsonl", target),
        "docbin, entities only": bare_docbin(found, target),
    }
    return {f"{name}, s": value for name, value in in_turn(acts).items()}


def peaks(folder: Path, found: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the peak memory of exports of few and of many articles, in MB."""
    figures = {}
    few, *_ = bring_in(as_labelled(found[:FEW], folder / "few.jsonl"), folder / "few")
    for count, project in ((FEW, few), (len(found), folder / "labelled-0.spanwright")):
        for name in ("jsonl", "conll", "docbin"):
            tracemalloc.start()
            write(project, folder / "out", name)()
            figures[f"{name}, {count} articles, MB"] = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
    return figures


def main() -> int:
    """Measure, print, return the exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = records(ARTICLES)
        figures = imports(folder, found)
        figures |= exports(folder, found)
        figures |= peaks(folder, found)
    for name in ("articles", "doubtful", "labelled"):
        whole = figures[f"{name}, read, s"] + figures[f"{name}, stored, s"]
        figures[f"{name}, read and stored, s"] = whole
        figures[f"{name}, read and stored / bare"] = whole / figures[f"{name}, bare, s"]
    ratios = {
        "labelled articles, read and stored": ("labelled, read and stored, s", "labelled, bare, s", 6.0),
        "labelled articles, stored": ("labelled, stored, s", "labelled, bare, s", 3.0),
        "articles, stored": ("articles, stored, s", "articles, bare, s", 6.0),
        "JSONL": ("jsonl, s", "jsonl, bare, s", 1.5),
        "CoNLL": ("conll, s", "conll, bare, s", 1 / 0.85),
        "DocBin": ("docbin, s", "docbin, bare, s", 1.2),
        "memory, JSONL": (f"jsonl, {ARTICLES} articles, MB", f"jsonl, {FEW} articles, MB", 2.0),
        "memory, CoNLL": (f"conll, {ARTICLES} articles, MB", f"conll, {FEW} articles, MB", 2.0),
        "memory, DocBin": (f"docbin, {ARTICLES} articles, MB", f"docbin, {FEW} articles, MB", 2.0),
    }
    figures["DocBin / entities only"] = figures["docbin, s"] / figures["docbin, entities only, s"]
    goals = [
        Goal(name=f"{what} / bare", value=figures[ours] / figures[bare], limit=limit)
        for what, (ours, bare, limit) in ratios.items()
    ]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
