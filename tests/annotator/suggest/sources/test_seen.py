import pytest

from annotator.model.values import CLAIMS, ENTITIES, Document
from annotator.suggest.sources.seen import SeenMatcher, SeenSource, SeenString, refused, times
from annotator.suggest.sources.source import never
from annotator.suggest.tokenizer import tokenise

LABELS = ("PER", "LOC", "ORG")


def string(text, label="LOC", accepted=1, rejected=0, layer=ENTITIES):
    return SeenString(text, layer, label, accepted, rejected)


def suggest(text, *seen, language="de", excluded=(), labels=LABELS):
    document = Document(id="d", title="", text=text, sha256="", language=language, excluded=excluded)
    source = SeenSource(matcher=SeenMatcher(seen, labels), tokens=tokenise(text, language))
    return source.suggest(document, never)


def quotes(text, *seen, **options):
    return [(s.quote(text), s.label) for s in suggest(text, *seen, **options)]


def test_seen_string_is_found_everywhere():
    text = "Weifang 😀 wächst.\n\nIn Weifang, sagte Müller, ist weifang klein."
    found = suggest(text, string("Weifang"))
    assert [(s.start, s.label, s.rule) for s in found] == [(0, "LOC", "seen 1 time"), (22, "LOC", "seen 1 time")]
    assert {(s.document, s.layer, s.source, s.version) for s in found} == {("d", "entities", "seen", "1")}


def test_seen_string_of_own_layer_is_found_beside_names():
    seen = string("Möwe", "SHIP", layer="ships"), string("Fähre Möwe", "ORG"), string("Möwe", "CLAIM", layer=CLAIMS)
    found = suggest("Die Fähre Möwe 🎈.", *seen, labels=("ORG", "ships.SHIP", "CLAIM"))
    assert [(s.layer, s.label, s.start) for s in found] == [("entities", "ORG", 4), ("ships", "SHIP", 10)]
    assert suggest("Die Fähre Möwe 🎈.", *seen[:1], labels=("SHIP",)) == []


def test_seen_string_fills_whole_words():
    assert quotes("Rom liegt in Romanien, Rom-Fahrer wissen: Rom.", string("Rom")) == [("Rom", "LOC")] * 2
    assert quotes("Goertek's plan", string("Goertek", "ORG"), language="en") == [("Goertek", "ORG")]


def test_longest_overlapping_string_wins():
    text = "Die Bank of New York Times Square in New York"
    seen = string("Bank of New York", "ORG"), string("New York Times Square"), string("New York")
    assert quotes(text, *seen) == [("New York Times Square", "LOC"), ("New York", "LOC")]


def test_special_spaces_match_plain_ones():
    text = "Nach New\u00a0York zog Mu\u0308ller, nach New\nYork nicht"
    assert quotes(text, string("New York"), string("Mu\u0308ller", "PER")) == [
        ("New\u00a0York", "LOC"),
        ("Mu\u0308ller", "PER"),
    ]


def test_majority_label_wins():
    assert quotes("Paris", string("Paris", "LOC", 3), string("Paris", "PER", 1)) == [("Paris", "LOC")]
    assert quotes("Paris", string("Paris", "LOC", 2), string("Paris", "PER", 2)) == []


@pytest.mark.parametrize(
    "seen",
    [
        string("Köln", accepted=1, rejected=1),
        string("Köln", accepted=0, rejected=0),
        string("Köln", label="MISC"),
        string("Köln", layer=CLAIMS),
    ],
    ids=["rejected as often", "never decided", "label not wanted", "another layer"],
)
def test_seen_string_is_not_suggested(seen):
    assert quotes("Köln", seen) == []


@pytest.mark.parametrize("text", ["A", "5", "7.", "😀😀", "x" * 201])
def test_seen_string_that_is_no_name_is_not_suggested(text):
    assert quotes(text, string(text)) == []


def test_seen_string_of_two_letters_is_suggested():
    assert quotes("Die EU tagt", string("EU", "ORG")) == [("EU", "ORG")]


def test_seen_string_in_page_furniture_is_not_suggested():
    assert [s.start for s in suggest("Köln\nBild: Köln", string("Köln"), excluded=((5, 15),))] == [0]


def test_score_grows_with_decisions():
    def score(*seen):
        return suggest("Paris", *seen)[0].score

    assert score(string("Paris", accepted=1)) == pytest.approx(2 / 3)
    assert score(string("Paris", accepted=18)) == pytest.approx(0.95)
    assert score(string("Paris", accepted=18, rejected=4)) < score(string("Paris", accepted=18))
    assert score(string("Paris", accepted=18), string("Paris", "PER", 4)) < score(string("Paris", accepted=18))


def test_times_seen_is_read_from_the_rule():
    assert times(suggest("Köln", string("Köln", accepted=12, rejected=2))[0]) == 12
    assert times(suggest("Köln", string("Köln"))[0]) == 1


def test_refused_twice_and_never_accepted():
    seen = string("Foto\u00a0AG", "ORG", 0, 2), string("Köln", "LOC", 1, 5), string("Bonn", "LOC", 0, 1)
    assert refused(seen) == {(ENTITIES, "ORG", "Foto AG")}


def test_ten_thousand_seen_strings_in_long_text():
    seen = [string(f"Name{i} Nächster{i % 77}", "PER") for i in range(9_900)]
    seen += [string("Straße " * n + "Ende") for n in range(1, 28)]
    matcher = SeenMatcher(seen, LABELS)
    text = "Name5 Nächster5 sah die Straße Straße Name9 😀. " * 2_100
    tokens = tokenise(text, "de")
    assert len(matcher.find(text, tokens)) == 2_100


def test_no_seen_strings_or_no_text():
    assert suggest("", string("Köln")) == []
    assert suggest("Köln") == []
