"""Labels in sentences with suggestions and without, counted."""

from annotator.model.values import Annotated, Document, SuggestionState
from annotator.suggestions.suggestion_effect import Influence, SentenceCounts, influence_in
from annotator.text.normalization import fingerprint
from tests.annotator.made import span, suggestion

TEXT = "Ada traf Bea in Köln.\nCora und Dora sahen Emil 🎈."
HELD = [(TEXT.index("Cora"), len(TEXT))]
DOCUMENT = Document(id="d", title="", text=TEXT, sha256=fingerprint(TEXT), language="de")


def proposed(words, state, **more):
    return suggestion("d", words, "PER", text=TEXT, state=state, **more)


def labelled(*words):
    return Annotated(document=DOCUMENT, spans=tuple(span("d", each, "PER", text=TEXT) for each in words))


def test_shown_and_held_back_are_counted_separately():
    suggestions = [
        proposed("Ada", SuggestionState.ACCEPTED),
        proposed("Köln", SuggestionState.REJECTED),
        proposed("Bea", SuggestionState.SUPERSEDED),
        proposed("Cora", SuggestionState.HELD),
        proposed("Dora", SuggestionState.HELD),
        proposed("Emil", SuggestionState.HELD, source="another"),
    ]
    there = influence_in(labelled("Ada", "Bea", "Cora und", "Emil"), suggestions, "de_news", HELD)
    assert there.shown == SentenceCounts(words=5, suggested=2, taken=1, same=1, labels=2, own=1)
    assert there.held == SentenceCounts(words=6, suggested=2, taken=1, same=0, labels=2, own=1)
    assert (there.held.share_taken, there.held.share_same) == (0.5, 0.0)
    assert there.shown.per_hundred_words(there.shown.labels) == 40


def test_page_furniture_words_do_not_count():
    there = influence_in(
        Annotated(document=Document(**{**{f: getattr(DOCUMENT, f) for f in DOCUMENT.__slots__}, "excluded": HELD})),
        [],
        "de_news",
        HELD,
    )
    assert (there.shown.words, there.held.words) == (5, 0)
    assert there.held.per_hundred_words(0) is None


def test_few_suggestions_or_small_difference_are_not_significant():
    few = SentenceCounts(suggested=19, taken=19, same=19)
    many = SentenceCounts(suggested=400, taken=380, same=370)
    assert not Influence(shown=many, held=few).is_known
    assert Influence(shown=many, held=SentenceCounts(suggested=20, taken=19, same=18)).is_known
    assert not Influence(shown=many, held=SentenceCounts(suggested=20, taken=18, same=18)).is_significant
    assert Influence(shown=many, held=SentenceCounts(suggested=40, taken=24, same=23)).is_significant
    assert Influence(shown=many, held=SentenceCounts(suggested=40, taken=38, same=24)).is_significant
    assert not Influence().is_significant
