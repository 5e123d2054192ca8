"""Proposals of the rules for words that a person made a claim."""

import pytest

from annotator.model.values import Document
from annotator.suggest.claims.claim_source import ClaimSource
from annotator.text.normalization import fingerprint
from tests.annotator.suggest.claims.read import names

GERMAN = (
    "Klaus Berg sagte, die Brücke sei gesperrt und der Umweg koste viel Zeit.\n"
    "„Wir bauen neu“, versprach Eva Roth. Der Sommer war heiß.\n"
    "Nach Angaben von Nordwerk wird der Strom im Herbst teurer. Es war still."
)
ENGLISH = "The council met on Monday. Ann Lee said Harrow Ltd would close the mill, and that 40 jobs were at risk."


def proposed(text, words, language="de"):
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language)
    source = ClaimSource(language=language, names=tuple(names(text)), unnamed=True)
    start = text.index(words)
    return source.about(document, ((start, start + len(words)),))


def tails(text, one):
    return {relation.label: text[slice(*relation.parts[0])] for relation in one.relations}


@pytest.mark.parametrize(
    ("words", "who", "cue", "speech", "kind"),
    [
        ("der Umweg koste viel Zeit", "Klaus Berg", "sagte", "indirect", "fact_claim"),
        ("Wir bauen neu", "Eva Roth", "versprach", "direct", "prediction"),
        ("der Strom im Herbst teurer", "Nordwerk", "Nach Angaben von", "indirect", "prediction"),
    ],
)
def test_german_words_get_fields_of_their_sentence(words, who, cue, speech, kind):
    one = proposed(GERMAN, words)
    assert one is not None
    assert one.quote(GERMAN) == words
    assert (tails(GERMAN, one)["claimant"], tails(GERMAN, one)["cue"]) == (who, cue)
    assert (one.attributes["speech"], one.attributes["claimant_kind"]) == (speech, "entity")
    assert one.attributes["kind"] == kind


def test_english_object_is_name_that_claim_begins_with():
    one = proposed(ENGLISH, "Harrow Ltd would close the mill", "en")
    assert one is not None
    assert tails(ENGLISH, one) == {"claimant": "Ann Lee", "cue": "said", "object": "Harrow Ltd"}


def test_speaker_behind_a_semicolon_is_not_the_claimant():
    german = "Die Landwirte fürchten um die Ernte; ihr Verband verlangt Hilfen von Minister Alois Rainer."
    assert proposed(german, "Die Landwirte fürchten um die Ernte") is None
    english = "The harvest was lost; Ann Lee said the county would pay."
    assert proposed(english, "The harvest was lost", "en") is None
    before = "Ann Lee said the county would pay; the harvest was lost."
    one = proposed(before, "the harvest was lost", "en")
    assert one is not None
    assert tails(before, one)["cue"] == "said"


@pytest.mark.parametrize("words", ["Der Sommer war heiß", "Es war still"])
def test_sentence_without_cue_gets_nothing(words):
    assert proposed(GERMAN, words) is None


@pytest.mark.parametrize(
    ("text", "words", "language", "who", "cue"),
    [
        ("It rained. For Ann Lee, the hall is a ruin.", "the hall is a ruin", "en", "Ann Lee", "For"),
        ("For mayor Ann Lee, the hall is a ruin.", "For mayor Ann Lee, the hall is a ruin", "en", "Ann Lee", "For"),
        ("Es regnete. Für Eva Roth ist die Halle eine Ruine.", "ist die Halle eine Ruine", "de", "Eva Roth", "Für"),
        ("Für Landrat Klaus Berg bleibt der Damm tabu.", "der Damm tabu", "de", "Klaus Berg", "Für"),
    ],
)
def test_view_of_a_person_is_an_opinion(text, words, language, who, cue):
    one = proposed(text, words, language)
    assert one is not None
    assert (tails(text, one)["claimant"], tails(text, one)["cue"]) == (who, cue)
    assert one.attributes["kind"] == "opinion"


@pytest.mark.parametrize(
    "text", ["For a week, Ann Lee slept.", "For Berlin, the year was dry.", "Ann Lee slept for long."]
)
def test_for_without_a_viewer_gives_nothing(text):
    assert proposed(text, text.split()[-1].rstrip("."), "en") is None


def test_other_language_gets_nothing():
    assert proposed("Le maire dit que tout va bien.", "tout va bien", "fr") is None
