"""Word lists and token patterns, and the forms in which phrases are found."""

from dataclasses import replace

import pytest

from annotator.model.patterns import PatternList, dumps, pattern
from annotator.model.values import ENTITIES, Document
from annotator.suggest.sources.patterns import INFO, PatternSource
from annotator.suggest.sources.source import never
from annotator.suggest.tokenizer import tokenise

LABELS = frozenset({"PER", "LOC", "ORG", "MISC", "topics.CLIMATE"})


def suggest(text, *entries, language="de", excluded=(), forms=True, labels=LABELS):
    """Suggest for a text; an entry is a phrase or token pattern with its label."""
    made = PatternList(name="Liste", forms=forms, patterns=tuple(pattern(words, label) for words, label in entries))
    info = replace(INFO, version=dumps(made), lists=(dumps(made),))
    document = Document(id="d", title="", text=text, sha256="", language=language, excluded=excluded)
    source = PatternSource(info=info, tokens=tokenise(text, language), language=language, labels=labels)
    return source.suggest(document, never)


def quotes(text, *entries, **more):
    return [one.quote(text) for one in suggest(text, *entries, **more)]


def test_phrase_is_suggested_with_source_and_list():
    text = "😀 Der Rat in Köln-Kalk und in Ko\u0308ln: Köln."
    (one,) = suggest(text, ("Köln", "LOC"))
    assert (one.quote(text), one.layer, one.label, one.score) == ("Köln", ENTITIES, "LOC", None)
    assert (one.source, one.rule) == ("patterns", "word list: Liste")
    assert one.version != INFO.version


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Angela Merkel", "Angela Merkels"),
        ("Deutsche Bank", "Deutschen Bank"),
        ("Rotes Kreuz", "Roten Kreuz"),
        ("Europäische Union", "Europäischer Union"),
        ("Bundesrat", "Bundesrates"),
        ("Rat der Stadt", "Rates der Stadt"),
        ("Die Grünen", "Die Grünen"),
        ("Linke", "Linken"),
        ("Demokrat", "Demokraten"),
        ("Präsident", "Präsidenten"),
        ("BKA", "BKAs"),
        ("klimaneutral", "klimaneutralen"),
        ("Kreis Köln", "Kreis\u00a0Köln"),
    ],
)
def test_german_form_is_found(phrase, found):
    text = f"Wegen {found} wurde gestern in der Sitzung lange beraten."
    assert quotes(text, (phrase, "MISC")) == [found]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Bayer", "In Bayern regnet es."),
        ("Bayer", "Der Bayer-Konzern klagt."),
        ("Berlin", "Der Berliner Senat tagt."),
        ("Rat", "Sie zahlt in Raten."),
        ("Schwede", "Er fuhr nach Schweden."),
        ("Sachse", "In Sachsen wird gewählt."),
        ("Fall", "Falls es regnet, bleibt er."),
        ("Die Zeit", "In der Zeit danach schwieg sie."),
        ("Post", "Er räumte den Posten."),
        ("Link", "Links steht ein Haus."),
        ("Han", "Hans kam zu spät."),
        ("Spiegel", "In den Spiegeln sah man nichts."),
        ("Mark", "Die Märkte gaben nach."),
        ("EU", "Eulen nach Athen tragen."),
        ("Linke", "Mit linken Tricks gewann er."),
        ("New York", "New\nYork schrieb er."),
    ],
)
def test_other_word_is_not_found(phrase, text):
    assert quotes(text, (phrase, "MISC")) == []


def test_english_possessive_and_plural():
    text = "Boris Johnson's ministers met. Lawmakers left, and the Times reported."
    entries = (("Boris Johnson", "PER"), ("minister", "MISC"), ("lawmaker", "MISC"), ("Time", "ORG"))
    assert quotes(text, *entries, language="en") == ["Boris Johnson", "ministers", "Lawmakers"]


def test_exact_list_finds_no_forms():
    text = "Merkels Rede und Merkel."
    assert quotes(text, ("Merkel", "PER"), forms=False) == ["Merkel"]


def test_longest_wins_and_exact_before_form():
    text = "Die Deutsche Bank Berlin und die Deutschen kamen."
    entries = (("Deutsche Bank", "ORG"), ("Deutsche Bank Berlin", "ORG"), ("Deutsche", "MISC"), ("Deutschen", "PER"))
    found = [(one.quote(text), one.label) for one in suggest(text, *entries)]
    assert found == [("Deutsche Bank Berlin", "ORG"), ("Deutschen", "PER")]


def test_layers_furniture_and_unknown_labels():
    text = "Klimawandel in Köln. Foto: Köln"
    entries = (("Klimawandel", "topics.CLIMATE"), ("Köln", "LOC"), ("Köln", "SHIP"))
    found = suggest(text, *entries, excluded=((21, len(text)),))
    assert [(one.layer, one.label, one.start) for one in found] == [("topics", "CLIMATE", 0), (ENTITIES, "LOC", 15)]


def test_token_pattern_is_matched():
    text = "Gestern sprach Minister Karl-Theodor von Beispiel.\n\nMinister Ada Muster schwieg 😀."
    tokens = [{"LOWER": "minister"}, {"IS_TITLE": True, "OP": "+"}]
    found = suggest(text, (tokens, "PER"))
    assert [one.quote(text) for one in found] == ["Minister Karl-Theodor", "Minister Ada Muster"]
    assert found[0].rule == "pattern: Liste"


def test_open_token_patterns_end_on_a_hostile_text():
    text = "Aa " * 20_000
    tokens = [{"IS_ALPHA": True, "OP": "+"}, {"IS_TITLE": True, "OP": "+"}]
    assert len(suggest(text, (tokens, "PER"))) == 200


def test_pattern_refused_by_spacy_is_left_out():
    assert quotes("Köln 1", ([{"LENGTH": "x"}], "LOC"), ("Köln", "LOC")) == ["Köln"]


def test_ten_thousand_phrases_are_found():
    names = [(f"Person{'abcdefghij'[n % 10]} Nachname{n}x", "PER") for n in range(10_000)]
    assert quotes("Hier spricht Persona Nachname10x.", *names) == ["Persona Nachname10x"]
