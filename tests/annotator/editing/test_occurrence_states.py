"""The state of an occurrence."""

from dataclasses import replace

from annotator.editing.finding import WantedWords
from annotator.editing.occurrence_states import (
    CONTEXT,
    Hit,
    OccurrenceState,
    Purpose,
    can_be_kept,
    context,
    is_proposed,
    occurrences,
)
from annotator.model.values import CLAIMS, ENTITIES, Document, SuggestionState
from annotator.text.tokens import provisional
from tests.annotator.made import span, suggestion

TEXT = "🎈 Rat und Rat Köln; der Rat.\n\nRat tagt, Rat schläft, Rat\n\nBild: Rat"


def document(**fields):
    return Document(**{"id": "d", "title": "Rat", "text": TEXT, "sha256": "", "language": "de", **fields})


def at(row, nth, length=3):
    start = -1
    for _ in range(nth):
        start = TEXT.index("Rat", start + 1)
    return replace(row, parts=((start, start + length),))


def standings(spans=(), suggestions=(), layer=ENTITIES, **fields):
    hits = occurrences(
        document(**fields), provisional(TEXT), spans, suggestions, wanted=WantedWords(words="Rat"), layer=layer
    )
    return [(hit.standing, hit.label) for hit in hits]


def test_decisions_and_suggestions_are_told_apart():
    a_span, proposed = span("d", "Rat", "ORG", text=TEXT), suggestion("d", "Rat", "ORG", text=TEXT)
    refused = replace(at(proposed, 5), state=SuggestionState.REJECTED, label="LOC")
    old = replace(at(proposed, 6), state=SuggestionState.SUPERSEDED)
    furniture = (TEXT.index("Bild"), len(TEXT))
    found = standings(
        [at(a_span, 1), at(a_span, 2, len("Rat Köln"))], [at(proposed, 4), refused, old], excluded=(furniture,)
    )
    assert found == [
        (OccurrenceState.LABELLED, "ORG"),
        (OccurrenceState.OVERLAPPING, "ORG"),
        (OccurrenceState.FREE, ""),
        (OccurrenceState.SUGGESTED, "ORG"),
        (OccurrenceState.REFUSED, "LOC"),
        (OccurrenceState.FREE, ""),
        (OccurrenceState.FURNITURE, ""),
    ]


def test_other_layers_do_not_matter():
    claim = span("d", "Rat und", "CLAIM", CLAIMS, text=TEXT)
    assert standings([claim])[0] == (OccurrenceState.FREE, "")
    assert standings([claim], layer=CLAIMS)[0] == (OccurrenceState.OVERLAPPING, "CLAIM")


def test_the_words_around_stay_in_their_paragraph():
    start = TEXT.index("Rat tagt")
    assert context(TEXT, start, start + 3) == ("", " tagt, Rat schläft, Rat")
    long = "a" * 500
    assert context(long, 200, 203) == ("a" * CONTEXT, "a" * CONTEXT)


def test_part_of_a_longer_name_is_marked_longer():
    longer = at(suggestion("d", "Rat", "ORG", text=TEXT), 2, len("Rat Köln"))
    known = {"suggestions": [longer]}
    assert standings(**known)[:3] == [
        (OccurrenceState.FREE, ""),
        (OccurrenceState.LONGER, "ORG"),
        (OccurrenceState.FREE, ""),
    ]
    assert standings(suggestions=[replace(longer, state=SuggestionState.REJECTED)])[1] == (OccurrenceState.FREE, "")
    assert not is_proposed(_hit(OccurrenceState.LONGER), Purpose.LABEL, "ORG")
    assert can_be_kept(_hit(OccurrenceState.LONGER), Purpose.LABEL, "ORG")


def _hit(standing):
    return Hit("d", 0, 3, "", "Rat", " Köln", standing, "ORG")
