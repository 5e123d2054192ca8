"""Synthetic projects full of claims; `python -m tests.benchmarks._claims FILE [ARTICLES CLAIMS]` makes one."""

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, Annotated, Document, Identity, Relation, Span
from annotator.project.project import Project
from annotator.text.normalization import fingerprint

_FIRST = "Anna Bert Carla Dirk Elif Frank Gül Hanna Igor Jana Kofi Lena Mehmet Nora Otto Petra".split()
_LAST = "Ahrens Beck Çelik Dorn Ebert Fuchs Groß Hahn Ilic Jung Köhler Lang Möller Nagel Öztürk Pohl Reiß".split()
_BODIES = "Hafenamt|Rat der Stadt|Verband der Reeder|Küstenbank|Nordwerft AG|Seglerbund|Fischergilde".split("|")
_TOPICS = "Hafen Fähre Haushalt Klima Schule Zoll Strom Wohnen Verkehr Lärm Fischfang Werft".split()
_SAID = (
    "der Ausbau koste 40 Millionen Euro",
    "die Fähre sei seit Mai pünktlicher",
    "im Winter fehle 🎈 Strom für 3.000 Haushalte",
    "die Mieten stiegen schneller als die Löhne",
    "der Lärm habe sich halbiert",
)
_PAPERS = ("Küstenbote", "Hafenanzeiger", "Morgenblatt", "The Pier")
_ANONYMOUS = ("Kritiker", "Fachleute", "Anwohner")
_AT_ONCE = 200


def make(path: Path, *, articles: int, claims: int, seed: int = 1) -> Path:
    """Write a project with this many articles and claims."""
    rng = random.Random(seed)
    names = [(f"{first} {last}", "PER") for first in _FIRST for last in _LAST] + [(body, "ORG") for body in _BODIES]
    people = {name: Identity(id=f"i{n}", name=name, label=label) for n, (name, label) in enumerate(names) if n % 5}
    project = Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")
    made = [
        _article(number, claims * number // articles, claims * (number + 1) // articles, names, people, rng)
        for number in range(articles)
    ]
    for start in range(0, articles, _AT_ONCE):
        project.add_annotated(made[start : start + _AT_ONCE])
    project.close()
    return project.path


def _article(
    number: int, first: int, last: int, names: list[tuple[str, str]], people: dict[str, Identity], rng: random.Random
) -> Annotated:
    document, text = str(number), ""
    spans: list[Span] = []
    relations: list[Relation] = []
    mentioned: set[str] = set()
    for claim in range(first, last):
        name, label = names[min(int(rng.paretovariate(0.7)) - 1, len(names) - 1)]
        kind = rng.choices(("entity", "author", "unnamed"), (7, 2, 1))[0]
        opening = {"entity": name, "unnamed": rng.choice(_ANONYMOUS)}.get(kind, "")
        text += f"{opening} sagte am Montag, " if opening else "Nun zeigt sich, "
        said = rng.choice(_SAID)
        spans.append(_span(f"c{claim}", document, CLAIMS, "CLAIM", len(text), said, _fields(kind, rng)))
        if kind == "entity":
            mentioned |= {name} & people.keys()
            who = [("identity", people[name].id)] if name in people else []
            start = len(text) - len(f"{name} sagte am Montag, ")
            spans.append(_span(f"n{claim}", document, ENTITIES, label, start, name, who))
            relations.append(
                Relation(id=f"r{claim}", label="claimant", head=f"c{claim}", tail=f"n{claim}", annotator="bench")
            )
        text += f"{said}. " + ("\n\n" if rng.random() < 0.3 else "")
    text += "Ende."
    published = f"{rng.randint(2024, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" if number % 20 else None
    return Annotated(
        document=Document(
            id=document,
            title=f"Aus dem Hafen, Folge {number + 1}",
            text=text,
            sha256=fingerprint(text),
            language="de",
            publisher=rng.choice(_PAPERS),
            published=published,
        ),
        spans=tuple(spans),
        relations=tuple(relations),
        identities=tuple(people[name] for name in sorted(mentioned)),
    )


def _fields(kind: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    yield "claimant_kind", kind
    yield "kind", rng.choice(("fact_claim", "opinion", "prediction", "demand"))
    yield "stance", rng.choices(("affirms", "refutes", "unclear"), (6, 3, 1))[0]
    yield "worthiness", rng.choice(("CFS", "UFS", "NFS"))
    if rng.random() < 0.9:
        yield "topic", _TOPICS[min(int(rng.paretovariate(0.9)) - 1, len(_TOPICS) - 1)]
    if rng.random() < 0.2:
        yield "verdict", rng.choice(("supported", "refuted", "not_enough_evidence"))


def _span(
    id_: str, document: str, layer: str, label: str, start: int, words: str, fields: Iterable[tuple[str, str]]
) -> Span:
    return Span(
        id=id_,
        document=document,
        layer=layer,
        label=label,
        parts=((start, start + len(words)),),
        attributes=dict(fields),
        annotator="bench",
    )


if __name__ == "__main__":
    articles, claims = (int(number) for number in (sys.argv[2:] or (2_000, 12_000)))
    print(make(Path(sys.argv[1]), articles=articles, claims=claims))
