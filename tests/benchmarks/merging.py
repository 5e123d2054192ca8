"""Merging 50 people's copies, and a three-way merge, against reading their logs: `python -m tests.benchmarks.merging`.

Each person has labelled 200 articles of 10,000.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.jobs.merging.copies_merged import merge
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Annotated, Document, Span, State, new_id
from annotator.project.project import Project
from annotator.text.normalization import fingerprint
from tests.benchmarks._figures import Goal, finish

ResultT = TypeVar("ResultT")
_PEOPLE, _EACH, _SPANS = 50, 200, 10
_THREE_WAY, _CONFLICTS = 50_000, 1_000  # spans in each of two copies
_WORDS = "der Hafen von Norderwiek bleibt im Winter offen sagte am Montag die Kapitänin Lüders 🎈".split()
_LABELS = ("PER", "ORG", "LOC", "MISC")


def main() -> int:
    """Measure, and compare with the goals."""
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        path = _project(folder / "team", _PEOPLE * _EACH)
        copies = [_labelled(path, folder, number) for number in range(_PEOPLE)]
        read, spans = _took(lambda: sum(_changes(each) for each in copies))
        with closing(Project.open(path)) as project:
            first, told = _took(lambda: merge(project, copies))
            again, more = _took(lambda: merge(project, copies))
            found = sum(project.read.walk.labels().values())
        for each in copies:
            each.unlink()
        three, conflicts = _three_way(folder)
    figures = {
        "steps": float(told.edits),
        "labels": float(told.spans),
        "labels in the file": float(found),
        "changes read": float(spans),
        "reading the copies' logs, s": read,
        "merging, s": first,
        "merging again, s": again,
        "steps that came again": float(more.edits),
        "three-way merge, s": three,
        "its conflicts": float(conflicts),
    }
    goals = [
        Goal(name=f"{_PEOPLE} people x {_EACH} articles, CPU s", value=first, limit=30),
        Goal(name="again, CPU s", value=again, limit=3),
        Goal(name=f"{2 * _THREE_WAY} spans in a three-way merge, CPU s", value=three, limit=15),
        Goal(name="merging against reading the logs", value=first / read, limit=6),
    ]
    return finish(figures, goals)


def _project(path: Path, articles: int) -> Path:
    draw = random.Random(1)
    project = Project.create(path, schema=schema_file.load("news"), language="de", annotator="lead")
    for start in range(0, articles, 1_000):
        project.add_annotated([_article(number, draw) for number in range(start, min(articles, start + 1_000))])
    project.close()
    return project.path


def _article(number: int, draw: random.Random) -> Annotated:
    text = " ".join([f"Nr. {number}.", *(draw.choice(_WORDS) for _ in range(80))])
    document = Document(id=f"d{number}", title=f"Nr. {number}", text=text, sha256=fingerprint(text), language="de")
    return Annotated(document=document)


def _labelled(path: Path, folder: Path, number: int) -> Path:
    """Write the copy of a person who has labelled some of the articles."""
    name, draw = f"person{number:02}", random.Random(number)
    target = folder / f"{name}.spanwright"
    shutil.copyfile(path, target)
    with closing(Project.open(target)) as project:
        project.set_annotator(name)
        with project.together():
            for article in range(number * _EACH, (number + 1) * _EACH):
                for edit in _steps(f"d{article}", name, draw):
                    project.do(edit)
    return target


def _steps(document: str, name: str, draw: random.Random) -> Iterator[Edit]:
    for place in range(_SPANS):
        row = _span(document, name, place * 20, draw.choice(_LABELS))
        yield edits.add(row)
        if place % 4 == 0:
            yield edits.relabel(row, ENTITIES, draw.choice(_LABELS), annotator=name)
    yield edits.set_state(None, document, State.DONE, annotator=name)


def _span(document: str, name: str, start: int, label: str) -> Span:
    return Span(
        id=new_id(), document=document, layer=ENTITIES, label=label, parts=((start, start + 6),), annotator=name
    )


def _three_way(folder: Path) -> tuple[float, int]:
    """Copy a project with labels. In both copies labels are added, and a thousand labels are changed differently."""
    path = _project(folder / "three", 1_000)
    with closing(Project.open(path)) as project:
        shared = [_span(f"d{number}", "lead", 0, "PER") for number in range(_CONFLICTS)]
        project.do(edits.add(shared))
    files = []
    for name, label in (("ours", "ORG"), ("theirs", "LOC")):
        target = folder / f"{name}.spanwright"
        shutil.copyfile(path, target)
        with closing(Project.open(target)) as project:
            project.set_annotator(name)
            with project.together():
                for number in range(_THREE_WAY):
                    row = _span(f"d{number % 1_000}", name, 10 + number // 1_000, "MISC")
                    project.do(edits.add(row))
                for row in shared:
                    project.do(edits.relabel(row, ENTITIES, label, annotator=name))
        files.append(target)
    ours, theirs = files
    with closing(Project.open(ours)) as project:
        took, told = _took(lambda: merge(project, [theirs]))
    return took, told.disputes


def _changes(path: Path) -> int:
    with closing(Project.open(path, read_only=True)) as project:
        return sum(len(edit.changes) for edit in project.read.log.whole())


def _took(work: Callable[[], ResultT]) -> tuple[float, ResultT]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    sys.exit(main())
