"""All measures of 1,000 articles of three people, against reading the articles: `python -m tests.benchmarks.agreement`.

The people label the same names with the errors of people: missed, extra, another label, another boundary.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from annotator.jobs.team.agreement import AgreementRequest, DisagreementQuery, disagreements, measure
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, Annotated, Document, DocumentState, Span, State, new_id
from annotator.project.project import Project
from annotator.text.normalization import fingerprint
from tests.benchmarks._figures import Goal, finish

ResultT = TypeVar("ResultT")
_ARTICLES, _NAMES, _CLAIMS = 1_000, 40, 5
_PEOPLE = ("anna", "ben", "cem")
_LABELS = ("PER", "ORG", "LOC", "PER", "ORG", "LOC", "MISC")
_WORDS = "der Hafen von Norderwiek bleibt im Winter offen sagte am Montag die Kapitänin Lüders 🎈".split()
_AT_ONCE = 200
_GOAL = 15  # seconds


def main() -> int:
    """Measure, and compare with the goal."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "team")
        whole, found = _took(lambda: measure(path, AgreementRequest(everything=True)))
        read, _ = _took(lambda: _read(path))
        listed, _ = _took(lambda: disagreements(path, DisagreementQuery(layer=ENTITIES, between=("anna", "ben"))))
    entities = found.layer(ENTITIES)
    assert entities is not None
    figures = {
        "labels": float(sum(layer.labelled for layer in found.layers)) / (len(_PEOPLE) - 1),
        "reading the articles, s": read,
        "all measures, s": whole,
        "disagreements of two people, s": listed,
        "F of names": entities.f_exact or 0.0,
        "γ of names": entities.gamma or 0.0,
        "γ-cat of names": entities.gamma_cat or 0.0,
        "uα of names": entities.alpha_u or 0.0,
    }
    goals = [
        Goal(name=f"all measures of {_ARTICLES} articles x {len(_PEOPLE)} people, CPU s", value=whole, limit=_GOAL),
        Goal(name="all measures against reading", value=whole / read, limit=20),
    ]
    return finish(figures, goals)


def make(path: Path) -> Path:
    """Write the project."""
    draw = random.Random(1)
    project = Project.create(path, schema=schema_file.load("news"), language="de", annotator=_PEOPLE[0])
    for start in range(0, _ARTICLES, _AT_ONCE):
        project.add_annotated([_article(number, draw) for number in range(start, start + _AT_ONCE)])
    project.close()
    return project.path


def _article(number: int, draw: random.Random) -> Annotated:
    words = [f"Nr. {number}.", *(draw.choice(_WORDS) for _ in range(480))]
    text, places = "", []
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += f"{word} "
    true = [(place, draw.choice(_LABELS)) for place in draw.sample(places[1:], _NAMES)]
    claims = [(places[at][0], places[at + 9][1]) for at in range(10, 460, 460 // _CLAIMS)]
    spans = [span for who in _PEOPLE for span in _labelled(str(number), who, true, claims, draw)]
    states = tuple(DocumentState(document=str(number), annotator=who, state=State.DONE) for who in _PEOPLE)
    document = Document(
        id=str(number),
        title=f"Nr. {number}",
        text=text,
        sha256=fingerprint(text),
        language="de",
        published=f"2026-{1 + number % 12:02}-01",
    )
    return Annotated(document=document, spans=tuple(spans), states=states)


def _labelled(
    document: str,
    who: str,
    names: list[tuple[tuple[int, int], str]],
    claims: list[tuple[int, int]],
    draw: random.Random,
) -> Iterator[Span]:
    def span(layer: str, label: str, start: int, end: int) -> Span:
        return Span(id=new_id(), document=document, layer=layer, label=label, parts=((start, end),), annotator=who)

    for (start, end), label in names:
        if draw.random() < 0.92:
            said = label if draw.random() < 0.95 else draw.choice(_LABELS)
            yield span(ENTITIES, said, start, end - (draw.random() < 0.06 and end - start > 1))
    for start, end in claims:
        if draw.random() < 0.85:
            yield span(CLAIMS, "CLAIM", start + draw.choice((0, 0, 3)), end)


def _read(path: Path) -> int:
    project = Project.open(path, read_only=True)
    ids = project.read.figures.done_by_several(_PEOPLE)
    spans = sum(len(each.spans) for each in project.read.gathering.each(ids, None))
    project.close()
    return spans


def _took(act: Callable[[], ResultT]) -> tuple[float, ResultT]:
    started = time.thread_time()
    found = act()
    return time.thread_time() - started, found


if __name__ == "__main__":
    sys.exit(main())
