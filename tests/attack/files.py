"""Hostile files: damaged and hostile projects, and articles that exhaust time and memory.

Each goes through the command line, in its own process: it is read, or refused in a sentence, in time.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

from tests.attack.kills import Stadium, Tally

HOSTILE, DAMAGED = "tests.annotator.store.hostile", "tests.annotator.store.damaged_files"
BOMBS = "tests.annotator.corpus.bombs"
LONGEST = 60  # seconds for a command
PATIENCE = 3_600  # seconds for an import: some bombs are a million sound articles, and each article renews the limits
MOST_STEPS = 1_000  # of ten thousand of SQLite's
READING = ("list", "stats", "check")
Takes: TypeAlias = Callable[[int], bool]


def is_there(generator: str) -> bool:
    """Return whether a module that makes such files exists."""
    return find_spec(generator) is not None


def _generator(name: str) -> Any:
    return import_module(name)


def hostile(stadium: Stadium, tally: Tally, takes: Takes) -> None:
    """Read from hostile projects, and write into them; no label may vanish."""
    made = _generator(HOSTILE)
    folder = stadium.folder / "hostile"
    article = stadium.folder / "Artikel.txt"
    article.write_text("Der Stadtrat tagt am Montag in Köln und berät über Schulen. " * 20, "utf-8")
    for number, (name, path) in enumerate(made.hostile_files(folder)):
        if takes(number):
            tally.add(f"hostile, {name}", _read_and_written(stadium, path, article))


def _read_and_written(stadium: Stadium, path: Path, article: Path) -> str:
    before = _labels(path)
    for word in READING:
        if wrong := stadium.player.run(word, path, "--json", seconds=LONGEST).wrong:
            return f"{word}: {wrong}"
    ran = stadium.player.run("import", path, article, seconds=LONGEST)
    if ran.wrong:
        return f"import: {ran.wrong}"
    after = _labels(path)
    return f"{before} labels before, {after} after" if 0 <= before != after else ""


def damaged(stadium: Stadium, tally: Tally, takes: Takes) -> None:
    """Read damaged projects, and repair them; what is not on damaged pages must be saved."""
    damaged_files = _generator(DAMAGED)
    base = damaged_files.make_base(stadium.folder / "base")
    labels = damaged_files.spans(base.closed)
    for number, one in enumerate(damaged_files.damaged(base, stadium.folder / "damaged")):
        if takes(number):
            sure = base.sure(one.pages) if not one.kind.startswith("log") else set()
            there = labels if not one.kind.startswith("log") else {}  # a log that was cut is an earlier moment
            wrong = _read_and_repaired(stadium, one.path, sure, there)
            tally.add(f"damaged, {one.kind} {one.number}", wrong)


def _read_and_repaired(stadium: Stadium, path: Path, sure: set[str], labels: Mapping[str, tuple[object, ...]]) -> str:
    ran = {word: stadium.player.run(word, path, "--json", seconds=LONGEST) for word in READING}
    if wrong := [f"{word}: {each.wrong}" for word, each in ran.items() if each.wrong]:
        return wrong[0]
    if labels and not ran["check"].code and _labels(path) != len(labels):
        return f"it has {_labels(path)} of {len(labels)} labels, and check says that it is in order"
    out = path.with_name("repariert.spanwright")
    out.unlink(missing_ok=True)
    repaired = stadium.player.run("repair", path, out, "--json", seconds=LONGEST)
    if repaired.wrong:
        return f"repair: {repaired.wrong}"
    if repaired.code:
        return f"nothing is saved of {len(sure)} labels: {repaired.err}" if sure else ""
    checked = stadium.player.run("check", out, "--json", seconds=LONGEST)
    saved = _generator(DAMAGED).spans(out)
    for each in path.parent.glob("repariert*"):
        each.unlink()
    if checked.code and not _only_texts(checked.out):
        return f"what is repaired is not in order: {checked.out[-300:]}"
    if lost := sure - saved.keys():
        return f"{len(lost)} of {len(sure)} labels on whole pages are not saved"
    report = json.loads(repaired.out)
    told = {finding["row"] for finding in (*report["lost"], *report["changed"])}
    silent = [id_ for id_ in labels if saved.get(id_) != labels[id_] and id_ not in told]
    if silent and not report["damaged"].get("span"):  # else their place is told as a whole
        return f"{len(silent)} labels are lost or changed without a word"
    return ""


def _only_texts(out: str) -> bool:
    """Return whether `check` found only damaged texts and labels on them: repair keeps them, and reports it."""
    faults = json.loads(out)["faults"]
    return all("not what was imported" in fault["what"] or fault["what"].startswith("reads") for fault in faults)


def bombs(stadium: Stadium, tally: Tally, takes: Takes, scale: float) -> None:
    """Import harmful articles, each beside a harmless one. At scale 1 the files have their full size."""
    made = _generator(BOMBS)
    for number, name in enumerate(made.BOMBS):
        if takes(number):
            folder = stadium.folder / f"bomb-{number}"
            folder.mkdir()
            tally.add(f"bomb, {name}", _imported_beside(stadium, made.plant(folder, name, scale)))
            shutil.rmtree(folder)


def _imported_beside(stadium: Stadium, bomb: Path) -> str:
    place = stadium.folder / "bombed"
    place.mkdir(exist_ok=True)
    project, good = place / "Stadt.spanwright", place / "gut.txt"
    for left in place.glob("Stadt*"):
        left.unlink()
    good.write_text("Der Stadtrat tagt am Montag in Köln und berät über Schulen. " * 20, "utf-8")
    stadium.player.run("new", project, seconds=LONGEST)
    ran = stadium.player.run("import", project, bomb, good, "--json", seconds=PATIENCE)
    if ran.wrong:
        return ran.wrong
    added = json.loads(ran.out)["added"]
    return "" if added else "the article beside it did not come in"


def _labels(path: Path) -> int:
    """Count the labels that plain SQLite reads from a table of a file; -1 if it fails."""
    if not path.is_file():
        return -1
    asked = count()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.set_progress_handler(lambda: next(asked) > MOST_STEPS, 10_000)
            if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'span' AND type = 'table'").fetchone():
                return -1
            return int(connection.execute("SELECT count(*) FROM span NOT INDEXED").fetchone()[0])
    except sqlite3.Error:
        return -1
