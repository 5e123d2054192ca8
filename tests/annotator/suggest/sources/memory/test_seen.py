import pytest

from annotator.model.values import CLAIMS, ENTITIES, Document, Suggestion
from annotator.suggest.sources.memory.seen import (
    Named,
    SeenMatcher,
    SeenSource,
    SeenString,
    doubted,
    place_before,
    refused,
    with_doubts,
)
from annotator.suggest.sources.source import never
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.tokenizer import tokenise

LABELS = ("PER", "LOC", "ORG")


def string(text, label="LOC", accepted=1, rejected=0, layer=ENTITIES):
    return SeenString(text, layer, label, accepted, rejected)


def suggest(text, *seen, language="de", excluded=(), labels=LABELS, ordinary=(), named=()):
    document = Document(id="d", title="", text=text, sha256="", language=language, excluded=excluded)
    source = SeenSource(
        matcher=SeenMatcher(seen, labels),
        tokens=tokenise(text, language),
        is_ordinary=frozenset(ordinary).__contains__,
        named=Named(named),
    )
    return source.suggest(document, never)


def model(start, end, label="LOC", score=0.95):
    return Suggestion(
        id=f"{start}",
        document="d",
        layer=ENTITIES,
        label=label,
        parts=((start, end),),
        score=score,
        source="de_news",
        version="1",
    )


def quotes(text, *seen, **options):
    return [(s.quote(text), s.label) for s in suggest(text, *seen, **options)]


def test_seen_string_is_found_everywhere():
    text = "Weifang 😀 wächst.\n\nIn Weifang, sagte Müller, ist weifang klein."
    found = suggest(text, string("Weifang"))
    assert [(s.start, s.label, s.rule) for s in found] == [(0, "LOC", "seen 1 time"), (22, "LOC", "seen 1 time")]
    assert {(s.document, s.layer, s.source, s.version) for s in found} == {("d", "entities", "seen", "3")}


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
def test_seen_string_that_is_not_a_name_is_not_suggested(text):
    assert quotes(text, string(text)) == []


def test_seen_string_of_two_letters_is_suggested():
    assert quotes("Die EU tagt", string("EU", "ORG")) == [("EU", "ORG")]


def test_seen_string_in_page_furniture_is_not_suggested():
    assert [s.start for s in suggest("Köln\nBild: Köln", string("Köln"), excluded=((5, 15),))] == [0]


def test_score_grows_with_decisions():
    def score(*seen):
        return suggest("Paris", *seen)[0].score

    assert score(string("Paris", accepted=1)) == pytest.approx(1 / 1.1)
    assert score(string("Paris", accepted=18)) == pytest.approx(18 / 18.1)
    assert score(string("Paris", accepted=18, rejected=4)) < score(string("Paris", accepted=18))
    assert score(string("Paris", accepted=18), string("Paris", "PER", 4)) < score(string("Paris", accepted=18))


def test_one_decision_is_sure_and_names_its_article():
    (found,) = suggest("Bei Jefferies.", string("Jefferies", "ORG")._replace(article=" Banken\nunter Druck "))
    assert tier_of(found.score) is Tier.SURE
    assert found.rule == "seen 1 time: Banken unter Druck"


def test_rule_shortens_endless_title():
    (found,) = suggest("Bei Jefferies.", string("Jefferies", "ORG", 2)._replace(article="x" * 500))
    assert found.rule == f"seen 2 times: {'x' * 80}"


LAGE = string("Lage")._replace(before=("in", "nach"))


@pytest.mark.parametrize("text", ["Die Lage ist ernst.", "In dieser Lage!", "Die ernste Lage\nLage", "5 Lage"])
def test_ordinary_word_in_another_place_is_held_back(text):
    assert quotes(text, LAGE, ordinary=["Lage"]) == []


def test_ordinary_word_in_its_place_is_likely():
    (found,) = suggest("Er wohnt in Lage.", LAGE, ordinary=["Lage"])
    assert tier_of(found.score) is Tier.LIKELY


def test_ordinary_word_that_a_model_names_is_likely():
    (found,) = suggest("Die Lage ist ernst.", LAGE, ordinary=["Lage"], named=[model(4, 8, "ORG")])
    assert (found.label, tier_of(found.score)) == ("LOC", Tier.LIKELY)


def test_word_in_small_letters_is_ordinary():
    assert quotes("das russische Haus", string("russische")._replace(before=("der",))) == []
    assert quotes("das russische Haus", string("russische")) == []


@pytest.mark.parametrize("named", [[], [model(4, 15)]], ids=["no model", "longer name"])
def test_name_that_may_go_on_is_not_sure(named):
    (found,) = suggest("von München Hbf nach Ulm", string("München"), named=named)
    assert tier_of(found.score) is Tier.LIKELY


def test_name_that_a_model_ends_there_is_sure():
    (found,) = suggest("sagte Jefferies Chef", string("Jefferies", "ORG"), named=[model(6, 15, "PER")])
    assert (found.label, tier_of(found.score)) == ("ORG", Tier.SURE)


def test_undecided_between_labels_in_learnt_articles_is_left_out():
    one, other = string("Paris", "LOC", 3)._replace(learnt=3), string("Paris", "PER", 1)._replace(learnt=1)
    assert quotes("Paris", one, other) == []


def test_learnt_name_needs_a_model_that_names_its_words():
    one = string("Paris", "LOC", 3)._replace(learnt=3, article="Reise")
    assert quotes("Paris", one) == []
    (found,) = suggest("Paris", one, named=[model(0, 5, "PER")])
    assert (found.label, found.rule) == ("LOC", "seen 3 times")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("", ""),
        ("Titel\n", ""),
        ("wohnt in ", "in"),
        ("Die ", "die"),
        ("Herr ", "Aa"),
        ("Artikel 12 ", "0"),
        ("sagte: „", "„"),
        ("er sagt, ", ","),
        ("😀 ", "😀"),
    ],
)
def test_what_stands_before_a_name(text, before):
    assert place_before(text) == before


def test_name_rejected_once_is_doubted_with_its_reason():
    doubts = doubted([string("Bonn", "LOC", 0, 1)._replace(article="Rhein"), string("Köln", "LOC", 1, 1)])
    assert doubts == {(ENTITIES, "LOC", "Bonn"): "Rhein"}
    found = with_doubts([model(0, 4), model(5, 9)], "Bonn Köln", doubts)
    assert [(one.score, one.rule) for one in found] == [(0.5, "rejected 1 time: Rhein"), (0.95, None)]
    assert with_doubts([model(0, 4, score=0.2)], "Bonn", doubts)[0].score == 0.2


def test_later_rejections_outweigh_an_early_decision():
    assert refused([string("Foto", "ORG", 1, 4)._replace(share=0.12)]) == {(ENTITIES, "ORG", "Foto")}
    assert refused([string("Foto", "ORG", 1, 2)._replace(share=0.3)]) == frozenset()


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
