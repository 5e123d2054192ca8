"""Claims found by their meaning where no rule finds any: always doubtful, and never instead of a rule's."""

from functools import partial

import numpy as np
import pytest

from annotator.model.values import Document
from annotator.processes.worker import no_progress
from annotator.suggest.claims import worth
from annotator.suggest.claims.by_meaning import finder, reader
from annotator.suggest.claims.by_meaning import worth as worth_by_meaning
from annotator.suggest.claims.by_meaning.extents import Read
from annotator.suggest.claims.by_meaning.finder import finder_of, places_of
from annotator.suggest.claims.by_meaning.reader import CLAIM, CUE
from annotator.suggest.claims.by_meaning.windows import words_of
from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import INFO, Name, Rule
from annotator.suggest.requests import about_claim
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from annotator.system.resources import resource_path
from annotator.text.normalization import fingerprint
from tests.benchmarks.claims import answers_of, found_in
from tests.conftest import SHIPPED
from tests.gold import agreement
from tests.gold.agreement import Both

TEXTS = {
    "de": """Sporthalle im Rat

Am Montag hat der Gemeinderat von Kleinheim getagt. Auf der Tagesordnung stand die Sporthalle. Sie wurde 1974 gebaut \
und hat drei Felder. Die Sitzung dauerte vier Stunden.

Baurätin Silke Brand pries den Entwurf als große Chance. Hinter vorgehaltener Hand wird der Bau ein Millionengrab \
genannt. Torben Asmus sagte, der Bau komme.

Danach trafen sich die Fraktionen im Gasthof. Am Dienstag kommt der Ausschuss zusammen. Die Unterlagen liegen aus.
""",
    "en": """Sports hall before the council

The council of Fernley met on Monday. The sports hall was on the agenda. It was built in 1974 and has three courts. \
The meeting took four hours.

Councillor Sheila Brand hailed the draft as the chance of a century. Word from the town hall was that the building \
would come. Tom Ashdown said the rent was too high.

Afterwards the groups went to the inn. The committee meets on Tuesday. The papers are on display in the library.
""",
}
HAILED = {"de": "den Entwurf als große Chance", "en": "the draft as the chance of a century"}
PRAISER = {"de": "Silke Brand", "en": "Sheila Brand"}
OPEN = {"de": "der Bau ein Millionengrab", "en": "the building would come"}

in_both_languages = pytest.mark.parametrize("language", TEXTS)


@pytest.fixture(autouse=True)
def nothing_kept():
    kept = reader.reader_of, worth_by_meaning._head
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


def prepared_at(language, speed, **known):
    text = TEXTS[language]
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language, **known)
    return prepare(document, language, ("PER", "ORG", "CLAIM"), (), at_speed(available().sources, speed))


def claims_of(prepared, text):
    found = [each for result in prepared.results for each in result.suggestions if each.layer == "claims"]
    return {each.quote(text): each for each in found}


def claims(language, speed, **known):
    prepared = prepared_at(language, speed, **known)
    assert not prepared.problems
    return claims_of(prepared, TEXTS[language])


def rules(language):
    return find(TEXTS[language], language, (), lambda: False)


def more(language, names=(), encoder=SHIPPED):
    find_more = finder_of(*encoder)
    assert find_more is not None
    return find_more(TEXTS[language], language, rules(language), names)


@pytest.mark.thorough
@in_both_languages
def test_thorough_answer_has_doubtful_claims_without_rule(language):
    fast, thorough = claims(language, Speed.FAST), claims(language, Speed.THOROUGH)
    new = {quote: one for quote, one in thorough.items() if quote not in fast}
    assert set(new) == {HAILED[language], OPEN[language]}
    assert set(fast) < set(thorough)
    assert {tier_of(one.score) for one in new.values()} == {Tier.DOUBTFUL}
    assert all(one.rule.startswith("by meaning") for one in new.values())
    assert not any(one.rule.startswith("by meaning") for one in fast.values())


@pytest.mark.thorough
@in_both_languages
def test_claimant_has_the_name_in_its_sentence(language):
    clear, text = claims(language, Speed.THOROUGH)[HAILED[language]], TEXTS[language]
    named = [text[slice(*each.parts[0])] for each in clear.relations if each.label == "claimant"]
    assert named == [PRAISER[language]]
    assert clear.attributes["claimant_kind"] == "entity"


@pytest.mark.thorough
def test_hearsay_has_no_named_claimant():
    hearsay = claims("en", Speed.THOROUGH)[OPEN["en"]]
    assert not [each for each in hearsay.relations if each.label == "claimant"]
    assert hearsay.attributes.get("claimant_kind") != "entity"
    assert hearsay.attributes["speech"] == "indirect"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("text", "claim", "undecided"),
    [
        ("Das Gericht entscheidet am Freitag, ob der Mann freikommt.", "Das Gericht", True),
        ("Ob das Bad bleibt, entscheidet der Rat im Mai.", "Ob das Bad", True),
        ("Unklar ist, wann die Fähre fährt.", "wann die Fähre", True),
        ("The court will decide whether he goes free.", "The court", True),
        ("Whether the pool stays is to be decided in May.", "Whether", True),
        ("Wer das Bad schließt, spart am falschen Ende.", "Wer das Bad", False),
        ("Why the high street does not need saving", "Why the", False),
        ("Die Fähre fährt, wenn es taut.", "Die Fähre", False),
    ],
)
def test_question_left_open_is_no_claim(text, claim, undecided):
    start = text.index(claim)
    assert finder._is_undecided(text, (0, len(text)), (start, len(text) - 1)) is undecided


def claim_in(text, chances):
    """Return the claim of a sentence if the reader gives its words these chances of each role."""
    return finder._claim(text, Read((0, len(text)), 0.9, words_of(text).parts, chances), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her estimate was 4.2%.", "Her estimate was 4.2%"),
        ("Die Quote lag bei 3,1 %.", "Die Quote lag bei 3,1 %"),
        ("$12m is too much.", "$12m is too much"),
        ("Zu teuer sind 40 €!", "Zu teuer sind 40 €"),
        ("(Her estimate was 4.2.)", "Her estimate was 4.2"),
    ],
)
def test_figure_keeps_its_sign(text, words):
    parts = words_of(text).parts
    chances = np.zeros((len(parts), 4), np.float32)
    chances[[text[start].isalnum() for start, _ in parts], CLAIM] = 0.9
    chances[:, CUE] = 0.3
    one = claim_in(text, chances)
    assert one is not None
    assert [text[slice(*part)] for part in one.parts] == [words]


def claimed(text, likely, cue="", possible=0.0):
    """Return the claim of a sentence of which the reader is sure which words are the claim's and which the cue's.

    ``possible`` is the chance of the other words to belong to the cue.
    """
    parts = words_of(text).parts
    chances = np.zeros((len(parts), 4), np.float32)
    chances[:, CUE] = possible
    for role, words in ((CUE, cue), (CLAIM, likely)):
        start = text.index(words)
        inside = [start <= begin < start + len(words) for begin, _ in parts]
        chances[inside, CUE] = 0.0
        chances[inside, role] = 0.9
    one = claim_in(text, chances)
    return text[one.parts[0][0] : one.parts[-1][1]] if one else ""


@pytest.mark.parametrize(
    ("text", "likely", "cue", "whole"),
    [
        (
            "Der Rat beschloss am Montag, zwei von neun Bädern zu schließen.",
            "zwei von neun Bädern zu",
            "beschloss",
            "zwei von neun Bädern zu schließen",
        ),
        (
            "Sie fragten nach, denn er will das Bad bald öffnen.",
            "denn er will das Bad",
            "fragten",
            "denn er will das Bad bald öffnen",
        ),
        (
            "The owners pledged two new ferries for the winter at the port of Ayr yesterday.",
            "two new ferries for",
            "pledged",
            "two new ferries for the winter at the port of Ayr yesterday",
        ),
        (
            "Two new ferries are due, they announced.",
            "Two new ferries are",
            "they announced",
            "Two new ferries are due",
        ),
        (
            "The plan doubles the fare and it will hit all of the poorest riders.",
            "The plan doubles the fare",
            "hit",
            "The plan doubles the fare",
        ),
        ("The club wants no ferries now.", "no ferries", "wants", ""),
    ],
)
def test_claim_ends_with_its_clause(text, likely, cue, whole):
    assert claimed(text, likely, cue) == whole


@pytest.mark.parametrize(
    ("text", "likely", "cue", "whole"),
    [
        (
            "Zuletzt wuchs die Stadt vor allem durch den Ausbau der beiden alten Häfen.",
            "der beiden alten Häfen",
            "",
            "Zuletzt wuchs die Stadt vor allem durch den Ausbau der beiden alten Häfen",
        ),
        (
            "Die Wirte klagten über den Ausbau der beiden alten Häfen.",
            "der beiden alten Häfen",
            "klagten",
            "der beiden alten Häfen",
        ),
    ],
)
def test_claim_does_not_begin_inside_a_phrase(text, likely, cue, whole):
    assert claimed(text, likely, cue, possible=0.3) == whole


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Da ist er vorsichtig: „Ohne sie gäbe es das Bad nicht.“", "Ohne sie gäbe es das Bad nicht"),
        ("“I looked up and the roof was gone,” she fumed last night.", "I looked up and the roof was gone"),
        ("‘The winters here never end’: a potter on her island.", "The winters here never end"),
        ("Streit um das Bad: „Sie verspielen alles!“", "Streit um das Bad: „Sie verspielen alles!“"),
    ],
)
def test_introduced_quotation_is_the_claim_alone(text, spoken):
    assert claimed(text, text) == spoken


@pytest.mark.thorough
def test_open_question_is_not_found():
    text = "Der Rat tagte am Montag. Unklar ist, ob die Fähre im Winter fährt. Die Halle wurde 1974 gebaut."
    find_more = finder_of(*SHIPPED)
    assert find_more is not None
    assert find_more(text, "de", (), ()) == []


@pytest.mark.thorough
def test_two_words_alone_are_no_claim_by_meaning():
    text = (
        "Studie: Weniger Bienen, mehr Beton\n\nEine Studie der Universität Halle-Wittenberg kommt zu dem Schluss, dass"
        " in Sachsen-Anhalt seit 1990 rund ein Drittel der Wildbienenarten verschwunden ist. Die Forscher um den"
        " Biologen Thomas Reuther werteten Daten aus 214 Gemeinden aus.\n"
    )
    find_more = finder_of(*SHIPPED)
    assert find_more is not None
    found = [text[slice(*one.parts[0])] for one in find_more(text, "de", (), ())]
    assert "214 Gemeinden" not in found
    assert any("Wildbienenarten" in words for words in found)


def test_sentences_of_page_furniture_hold_no_claims():
    text = TEXTS["en"]
    start = text.index("Councillor")
    assert HAILED["en"] not in claims("en", Speed.THOROUGH, excluded=((start, text.index("\n", start)),))


@in_both_languages
def test_sentences_with_a_rule_keep_its_claims(language):
    found = more(language)
    assert [one for one in found if one.rule is not Rule.MEANING] == rules(language)
    assert found == sorted(found, key=lambda one: one.parts)
    assert not any(
        one.parts[0][0] < other.parts[0][1] and other.parts[0][0] < one.parts[0][1]
        for one in found
        for other in found
        if one is not other
    )


def test_same_article_is_read_once():
    reported: list[tuple[int, int]] = []
    find_more = finder_of(*SHIPPED, lambda done, total: reported.append((done, total)))
    assert find_more is not None
    again = partial(find_more, TEXTS["en"], "en", rules("en"))
    name = Name(TEXTS["en"].index("Sheila"), TEXTS["en"].index(" hailed"), "PER")
    without, named = again(()), again((name,))
    assert [one.speaker.name for one in named if one.parts == ((*_place(HAILED["en"]),),)] == [name]
    assert [one.parts for one in without] == [one.parts for one in named]
    assert reported == [(1, 1)]


def _place(quote):
    start = TEXTS["en"].index(quote)
    return start, start + len(quote)


@in_both_languages
def test_claim_made_by_hand_gets_proposals_without_a_rule(language):
    text, praiser = TEXTS[language], PRAISER[language]
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language)
    start, place = text.index(praiser), text.index(HAILED[language])
    names = ((start, start + len(praiser), "PER"),)
    parts = ((place, place + len(HAILED[language])),)
    by_rules, with_meaning = (
        about_claim(document, INFO, names, parts, False, encoder, progress=no_progress) for encoder in (None, SHIPPED)
    )
    assert by_rules is None
    assert with_meaning is not None
    proposed = {each.label: text[slice(*each.parts[0])] for each in with_meaning.relations}
    assert proposed == {"claimant": praiser, "cue": {"de": "pries", "en": "hailed"}[language]}
    assert with_meaning.attributes["kind"] == "opinion"
    assert with_meaning.parts == parts


@pytest.mark.parametrize(
    ("language", "before", "claimant", "after"),
    [
        ("de", "Der neue Entwurf", "Silke Brand", "ist ein Luxusbau"),
        ("en", "The new draft", "Sheila Brand", "is the chance of a century"),
    ],
)
def test_claimant_between_two_parts_is_proposed(language, before, claimant, after):
    text = {
        "de": "Guten Morgen. Der neue Entwurf, davon ist Silke Brand überzeugt, ist ein Luxusbau.",
        "en": "Good morning. The new draft, Sheila Brand is convinced, is the chance of a century.",
    }[language]
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language)
    first, name, second = ((text.index(words), text.index(words) + len(words)) for words in (before, claimant, after))
    asked = INFO, ((*name, "PER"),), (first, second), False
    proposed = about_claim(document, *asked, SHIPPED, progress=no_progress)
    assert proposed is not None
    assert [each.parts for each in proposed.relations if each.label == "claimant"] == [(name,)]


def test_claim_before_a_semicolon_gets_no_later_claimant():
    words = "Die Landwirte in der Pfalz fürchten nun um die Ernte"
    text = f"{words}; ihr Verband verlangt Hilfen von Bundesminister Alois Rainer."
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    name = text.index("Alois")
    asked = INFO, ((name, name + len("Alois Rainer"), "PER"),), ((0, len(words)),), True
    assert about_claim(document, *asked, SHIPPED, progress=no_progress) is None


def test_author_stays_claimant_beside_a_name():
    text = "Kommentar: Der Rat irrt\n\nMan muss Silke Brand widersprechen, denn das ist Unsinn.\n"
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    start, name = text.index("das ist Unsinn"), text.index("Silke Brand")
    asked = INFO, ((name, name + len("Silke Brand"), "PER"),), ((start, start + len("das ist Unsinn")),), False
    proposed = about_claim(document, *asked, SHIPPED, progress=no_progress)
    assert proposed is not None
    assert proposed.attributes["claimant_kind"] == "author"
    assert not [each for each in proposed.relations if each.label in {"claimant", "cue"}]


@pytest.mark.parametrize("text", ["", "\n\n", "Ja.", "?!", "x" * 10_000, "🎈 " * 3_000, "BERLIN (dpa) - "])
def test_texts_without_sentences_have_no_claims(text):
    find_more = finder_of(*SHIPPED)
    assert find_more is not None
    assert find_more(text, "de", [], ()) == []


def test_dateline_is_not_read():
    text = "KLEINHEIM (dpa) - Die Halle ist zu klein geraten.\n"
    assert [text[start:end] for start, end in places_of(text)] == ["Die Halle ist zu klein geraten."]


def test_another_or_damaged_encoder_leaves_claims_to_rules(tmp_path):
    assert finder_of(tmp_path, None) is None
    (tmp_path / "sha256.json").write_text('{"words.npz": "0"}', "utf-8")
    assert finder_of(tmp_path, None) is None


@pytest.fixture
def replaced(tmp_path, monkeypatch):
    """Return a function that replaces a shipped head by other content, None for a missing file."""

    def replace(file, content):
        here = {file: tmp_path / file}
        if content is not None:
            here[file].write_text(content, "utf-8")
        monkeypatch.setattr(worth, "resource_path", lambda *names: here.get(names[-1], resource_path(*names)))

    return replace


damaged_or_missing = pytest.mark.parametrize(
    ("file", "content"), [("reader.npz", None), ("reader.npz", "PK"), ("worth.json", "{}")]
)


@pytest.mark.thorough
@damaged_or_missing
def test_rules_go_on_without_a_head(file, content, replaced):
    replaced(file, content)
    prepared = prepared_at("de", Speed.THOROUGH)
    assert [problem.code for problem in prepared.problems] == ["source.encoder"]
    assert "claims" in str(prepared.problems[0])
    assert set(claims_of(prepared, TEXTS["de"])) == set(claims("de", Speed.FAST))


@pytest.mark.parametrize(("file", "content"), [("reader.npz", "{}"), ("reader.npz", None)])
def test_rules_propose_without_a_head(file, content, replaced):
    replaced(file, content)
    text = TEXTS["de"]
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    start = text.index("der Bau komme")
    asked = INFO, (), ((start, start + len("der Bau komme")),), False
    by_rules, instead = (about_claim(document, *asked, each, progress=no_progress) for each in (None, SHIPPED))
    assert by_rules is not None
    assert instead is not None
    assert (instead.attributes, instead.relations) == (by_rules.attributes, by_rules.relations)


@pytest.mark.thorough
def test_blind_articles_have_more_claims_found():
    articles = answers_of("eighth", 1)
    of_rules = agreement.overlapping_spans([Both(each, found_in(each)) for each in articles])
    with_meaning = agreement.overlapping_spans([Both(each, found_in(each, SHIPPED)) for each in articles])
    assert with_meaning.recall >= max(0.85, of_rules.recall + 0.05)
    assert with_meaning.precision >= 0.87


def test_found_claim_does_not_end_inside_a_name():
    names = (Name(10, 20, "PER"), Name(30, 45, "PER"))
    assert finder._with_names((15, 40), names) == (10, 45)
    assert finder._with_names((10, 45), names) == (10, 45)
    assert finder._with_names((0, 25), names) == (0, 25)
