"""A typical article, modelled on a trade paper's, read by all shipped sources."""

import re

import pytest

from annotator.model.values import CLAIMS, ENTITIES, Document
from annotator.suggest.prepared import Prepared
from annotator.suggest.sources.registry import available
from annotator.suggest.work import prepare
from annotator.text.normalization import fingerprint

TEXT = """Chinesische Hafenstadt Yantai setzt auf Batterien

Bild: Pixabay/Hafen bei Nacht

Die Stadt Yantai in der ostchinesischen Provinz Shandong baut ihre Batterieindustrie aus. Bis 2028 will Yantai 40 \
Forschungslabore fördern. Die Stadt zählt rund sieben Millionen Einwohner 🎈 und liegt am Gelben Meer.

Die Zahl der Betriebe soll bis Ende 2027 auf 900 steigen. Zudem soll Yantai einen Park für Speichertechnik erhalten.

Das Unternehmen Luxvolt stellt in Yantai Zellen für Kopfhörer her.

Yantai will die Ausfuhr in den nächsten drei Jahren verdoppeln."""

LABELS = ("PER", "ORG", "LOC", "MISC", "CLAIM", "SPEAKER")


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    article = Document(id="d", title="", text=TEXT, sha256=fingerprint(TEXT), language="de")
    return prepare(article, "de", LABELS, (), available().sources)


@pytest.fixture
def names(prepared):
    return [s for result in prepared.results for s in result.suggestions if s.layer == ENTITIES]


@pytest.fixture
def claims(prepared):
    return [s for result in prepared.results for s in result.suggestions if s.layer == CLAIMS]


def test_german_article_place(names):
    everywhere = {found.start() for found in re.finditer("Yantai", TEXT)}
    assert len(everywhere) == 6
    assert {s.start for s in names if (s.quote(TEXT), s.label) == ("Yantai", "LOC")} == everywhere


def test_german_article_organisation_and_caption(names):
    assert ("Luxvolt", "ORG") in {(s.quote(TEXT), s.label) for s in names}
    start, end = TEXT.index("Bild:"), TEXT.index("\n\nDie Stadt")
    assert [s for s in names if start <= s.start < end and s.label in {"LOC", "PER"}] == []


def test_german_article_claims(claims):
    found = [(" … ".join(TEXT[start:end] for start, end in s.parts), s.rule, claimant(s)) for s in claims]
    assert found == [
        ("Bis 2028 … 40 Forschungslabore fördern", "intention: will", ("Yantai", "LOC")),
        ("Die Zahl der Betriebe … bis Ende 2027 auf 900 steigen", "intention: soll", ("Yantai", "LOC")),
        ("Yantai einen Park für Speichertechnik erhalten", "intention: soll", None),
        ("die Ausfuhr in den nächsten drei Jahren verdoppeln", "intention: will", ("Yantai", "LOC")),
    ]
    assert {(s.attributes["kind"], s.attributes["speech"]) for s in claims} == {("prediction", "reported")}


def claimant(suggestion):
    ends = [relation for relation in suggestion.relations if relation.label == "claimant"]
    return (TEXT[ends[0].parts[0][0] : ends[0].parts[0][1]], ends[0].tail_label) if ends else None
