"""Claimants chosen by the thorough answer: where the rules leave them open, or mean somebody less likely."""

from dataclasses import replace

import numpy as np
import pytest

from annotator.model.values import Document
from annotator.processes.worker import no_progress
from annotator.suggest.claims import worth
from annotator.suggest.claims.by_meaning import claimants
from annotator.suggest.claims.by_meaning.candidates import Article, Candidate
from annotator.suggest.claims.by_meaning.claimant_signs import candidates
from annotator.suggest.claims.by_meaning.claimants import chosen, claimants_of, shares_of
from annotator.suggest.claims.by_meaning.finder import finder_of
from annotator.suggest.claims.by_meaning.reader import CLAIMANT, reader_of
from annotator.suggest.claims.claim_source import ClaimSource
from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import INFO, NOBODY, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.requests import about_claim
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed, never
from annotator.suggest.work import prepare
from annotator.system.resources import resource_path
from annotator.text.normalization import fingerprint
from tests.annotator.suggest.claims.test_passages import marked
from tests.conftest import SHIPPED


@pytest.fixture(autouse=True)
def nothing_kept():
    claimants._weights.cache_clear()
    yield
    claimants._weights.cache_clear()


def decided(line, language):
    """Return the claims of a text with their claimants as words, by the rules alone and by meaning."""
    text, names = marked(line)
    found = find(text, language, names, never)
    find_more, decide = finder_of(*SHIPPED), claimants_of(*SHIPPED)
    assert find_more is not None
    assert decide is not None
    more = find_more(text, language, found, names)
    new = decide(text, language, more, names)
    assert [one.parts for one in new] == [one.parts for one in more]
    return [[text[slice(*one.speaker.part)] if one.speaker.part else "" for one in each] for each in (more, new)]


HAILED = {
    "en": "The council met on Monday. ||| {Sheila Brand} came late. She hailed the draft as the chance of a century."
    " The hall was built in 1974.",
    "de": "Der Rat tagte am Montag. ||| {Silke Brand} kam spät. Sie pries den Entwurf als die Chance des Jahrhunderts."
    " Die Halle wurde 1974 gebaut.",
}
DEFENDED = "The trial began. ||| {Tom Hale} came. His barrister portrayed him as a victim of a cruel firm. He wept."


def test_pronoun_of_claim_without_rule_is_resolved():
    assert decided(HAILED["en"], "en") == [[""], ["Sheila Brand"]]
    assert decided(HAILED["de"], "de") == [[""], ["Silke Brand"]]


def test_claim_without_rule_may_be_of_somebody_unnamed():
    assert decided(DEFENDED, "en") == [[""], ["His barrister"]]


def test_regulator_is_not_the_bank_it_watches():
    line = (
        "[Northgate Bank] has denied that it hid losses of 300 million dollars. Finance chief {Priya Raman} told"
        " analysts that every loan had been disclosed. The regulator said it was still reviewing the figures."
    )
    assert [each[-1] for each in decided(line, "en")] == ["The regulator"] * 2


def proposed(line, language, words):
    """Return what is proposed for a claim that a person labelled: its attributes, and its claimants as words."""
    text, names = marked(line)
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language)
    known = tuple((name.start, name.end, name.label) for name in names)
    start = text.index(words)
    parts = ((start, start + len(words)),)
    found = about_claim(document, INFO, known, parts, True, SHIPPED, progress=no_progress)
    assert found is not None
    assert found.parts == parts
    claimed = [each.parts[0] for each in found.relations if each.label == "claimant"]
    return found.attributes, [text[slice(*part)] for part in claimed]


@pytest.mark.parametrize(
    ("line", "language", "words", "expected"),
    [
        (HAILED["en"], "en", "the draft as the chance of a century", "Sheila Brand"),
        (HAILED["de"], "de", "den Entwurf als die Chance des Jahrhunderts", "Silke Brand"),
        (DEFENDED, "en", "a victim of a cruel firm", "His barrister"),
    ],
)
def test_claim_by_hand_gets_claimant_from_around(line, language, words, expected):
    assert proposed(line, language, words)[1] == [expected]


COMMENT = "Letter from the coast ||| We have had so many dawns. It should never have been built. {Ann Lee} opened it."


def test_claim_without_rule_may_be_the_authors():
    text, names = marked(COMMENT)
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="en")
    find_more, decide = finder_of(*SHIPPED), claimants_of(*SHIPPED)
    source = ClaimSource(language="en", names=names, finder=find_more, claimants=decide)
    found = {each.quote(text): each for each in source.suggest(document, never)}
    suggested = found["It should never have been built"]
    assert suggested.attributes["claimant_kind"] == "author"
    assert not [each for each in suggested.relations if each.label == "claimant"]


def test_claim_by_hand_may_be_the_authors():
    attributes, claimed = proposed(COMMENT, "en", "It should never have been built")
    assert attributes["claimant_kind"] == "author"
    assert not claimed


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "<Norway> pledged 300 million euros and <Canada> $90 million.", ["Norway", "Canada"]),
        ("en", "<Harrow Ltd> pledged £2 million and the council £500,000.", ["Harrow Ltd", "the council"]),
        ("de", "<Norwegen> sagte 300 Millionen Euro zu, <Kanada> 90 Millionen Dollar.", ["Norwegen", "Kanada"]),
        (
            "de",
            "Die Stadt <Torgau> versprach zwei Millionen Euro und der Landkreis 500.000 Euro.",
            ["Torgau", "der Landkreis"],
        ),
    ],
)
def test_whoever_stands_before_an_amount_gives_it(language, line, expected):
    assert decided(line, language)[1] == expected


FACTS = [
    ("en", "Growth of 2% is likely, the <Fernley Institute> said. ||| [The ministry’s own estimate had been 2.4%]."),
    ("en", "Analysts at <Crestview> said sales would fall. ||| [The company’s own target had been 5%]."),
    ("en", "{Carl Young} demanded 6% more pay. ||| [Average wages at the plant rose by 2% last year]."),
    ("en", "“The bridge is safe,” said {Tom Hale}. ||| [It was built in 1962 and carries 14,000 vehicles a day]."),
    ("en", "It rained. [House prices have risen by 7%], which the <Bank of Norland> described as a concern."),
    ("en", "It rained. [Rents have doubled since 2015], which {Carla Finch} called a scandal."),
    (
        "de",
        "Analysten von <Crestberg> erwarten wenig. ||| [Die eigene Prognose der Bank hatte bei 1,2 Prozent gelegen].",
    ),
    ("de", "{Klaus Berg} forderte mehr Lohn. ||| [Die Löhne im Werk stiegen im vergangenen Jahr um zwei Prozent]."),
    ("de", "„Sie ist sicher“, sagte {Tom Hahn}. ||| [Die Brücke wurde 1962 gebaut und trägt 14.000 Fahrzeuge am Tag]."),
    (
        "de",
        "Pflegerin {Eva Roth} sagte, die Station sei voll. ||| [Das Krankenhaus hat 340 Betten, 40 weniger als 2019].",
    ),
    (
        "de",
        "Es regnete. [Die Mieten sind um acht Prozent gestiegen], was der <Mieterbund> als alarmierend bezeichnete.",
    ),
    ("de", "Es regnete. [Im Hafen fehlen zwei von fünf Kränen], was die Reederei <Nordkai> einen Rückschlag nannte."),
]


@pytest.mark.parametrize(("language", "line"), FACTS)
def test_plain_fact_by_hand_is_the_authors(language, line):
    words = line[line.index("[") + 1 : line.index("]")]
    attributes, claimed = proposed(line.replace("[", "").replace("]", ""), language, words)
    assert attributes["claimant_kind"] == "author"
    assert not claimed


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "en",
            (
                "The <Bank of Norland> raised its rate. Analysts at <Crestview Securities> had expected a smaller step."
                " It warned that inflation would stay above target until 2027."
            ),
            "Bank of Norland",
        ),
        (
            "en",
            (
                "The <Bank of Norland> raised its rate. Economists at <Redmont Capital> had expected a smaller step."
                " It said that growth would slow."
            ),
            "Bank of Norland",
        ),
        (
            "de",
            (
                "Das <Bundesamt Torgau> hob die Gebühr an. Fachleute des Instituts <Weserbund> hatten weniger erwartet."
                " Es warnte, die Kosten würden steigen."
            ),
            "Bundesamt Torgau",
        ),
        (
            "de",
            (
                "Die <Torgauer Landesbank> hob den Zins an. Analysten von <Crestberg> hatten weniger erwartet."
                " Sie warnte, die Preise würden steigen."
            ),
            "Torgauer Landesbank",
        ),
    ],
)
def test_it_is_not_the_body_whose_people_just_spoke(language, line, expected):
    assert decided(line, language)[1][-1] == expected


NAMES = (Name(0, 7, "PER"), Name(9, 16, "PER"))
CLAIM = Found(parts=((20, 30),), cue=None, speaker=NOBODY, form=Form.INDIRECT, kind=Kind.FACT, rule=Rule.SPEECH_VERB)


def able(*values, rules=0):
    names = [Speaker((name.start, name.end), name) for name in NAMES]
    return [
        Candidate(who, {"sign": value}, is_rules=n == rules)
        for n, (who, value) in enumerate(zip(names, values, strict=True))
    ]


def test_rules_claimant_stays_unless_another_is_clearly_likelier():
    assert chosen(CLAIM, able(0.0, 0.15), {"sign": 1.0}) == CLAIM
    assert chosen(CLAIM, able(0.0, 2.0), {"sign": 1.0}).speaker.name == NAMES[1]
    assert chosen(CLAIM, able(2.0, 0.0), {"sign": 1.0}) == CLAIM


def test_unlikely_claimants_leave_a_claim_without_rule_open():
    several = [*able(0.0, 0.1, rules=-1), *able(0.0, 0.1, rules=-1)]
    unsure = Found(parts=CLAIM.parts, cue=None, speaker=NOBODY, form=Form.OWN, kind=Kind.FACT, rule=Rule.MEANING)
    assert chosen(unsure, several, {"sign": 1.0}) == unsure
    assert chosen(unsure, able(0.0, 3.0, rules=-1), {"sign": 1.0}).speaker.name == NAMES[1]


def test_claim_without_rule_may_be_of_nobody_in_the_article():
    text = "The first case is thought to be a pupil."
    one = replace(CLAIM, form=Form.OWN, rule=Rule.MEANING)
    nobody = [Candidate(NOBODY, {"sign": 3.0}), *able(0.0, 0.0, rules=-1)]
    told = replace(one, parts=((29, 39),), by_nobody=True)
    assert chosen(one, nobody, {"sign": 1.0}) == replace(one, by_nobody=True)
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="en")
    source = ClaimSource(language="en", names=(), finder=lambda *given: [told])
    (suggested,) = source.suggest(document, never)
    assert suggested.attributes["claimant_kind"] == "unnamed"
    assert not suggested.relations


def test_probabilities_of_candidates_add_up_to_one():
    assert sum(shares_of(able(1.0, 900.0), {"sign": 1.0})) == pytest.approx(1.0)


@pytest.mark.parametrize(("words", "is_able"), [("März 2024", False), ("Kritiker", True)])
def test_date_is_no_candidate(words, is_able):
    text = f"{words} galt als Wende."
    reader = reader_of(*SHIPPED)
    assert reader is not None
    read = reader.article(text)
    read.roles[: len(words.split())] = np.eye(4)[CLAIMANT]
    one = replace(CLAIM, parts=((text.index("Wende"), len(text) - 1),), form=Form.OWN, rule=Rule.MEANING)
    able = candidates(Article("de", (), [one], read), 0, [NOBODY])
    assert ((0, len(words)) in [each.speaker.part for each in able]) == is_able


@pytest.mark.parametrize("text", ["Ja.", "x" * 3_000, "🎈 " * 300, "KLEINHEIM (dpa) - Die Halle ist zu klein.\n"])
def test_any_text_has_candidates(text):
    one = Found(parts=((0, 1),), cue=None, speaker=NOBODY, form=Form.OWN, kind=Kind.FACT, rule=Rule.MEANING)
    reader = reader_of(*SHIPPED)
    assert reader is not None
    for language in ("de", "en"):
        assert candidates(Article(language, (), [one], reader.article(text)), 0, [NOBODY])


def test_another_or_damaged_encoder_leaves_claimants_to_rules(tmp_path):
    assert claimants_of(tmp_path, None) is None
    (tmp_path / "sha256.json").write_text('{"words.npz": "0"}', "utf-8")
    assert claimants_of(tmp_path, None) is None


@pytest.mark.thorough
@pytest.mark.parametrize("content", [None, "{}"])
def test_rules_go_on_without_the_head(content, tmp_path, monkeypatch):
    here = tmp_path / claimants.FILE
    if content is not None:
        here.write_text(content, "utf-8")
    instead = {claimants.FILE: here}
    monkeypatch.setattr(worth, "resource_path", lambda *names: instead.get(names[-1], resource_path(*names)))
    text = "{Eva Roth} kam. Sie sagte, der Bau komme.".replace("{", "").replace("}", "")
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    thorough, fast = (
        prepare(document, "de", ("PER", "CLAIM"), (), at_speed(available().sources, speed))
        for speed in (Speed.THOROUGH, Speed.FAST)
    )
    assert [problem.code for problem in thorough.problems] == ["source.encoder"]
    quotes = [
        [one.quote(text) for result in each.results for one in result.suggestions if one.layer == "claims"]
        for each in (thorough, fast)
    ]
    assert quotes == [["der Bau komme"]] * 2


def test_quotation_goes_on_with_its_speaker():
    line = (
        "But Mr. {Tom Hale} and aides say a compromise has been reached. ||| A spokesman for the [City Hall] said that"
        " Mr. {Tom Hale} and his colleagues had tried to work out a deal with the tenants that could suit them. “The"
        " [City Hall] does not support a plan that is not fair to tenants or owners,” the spokesman said. “But we will"
        " continue to work with the board to come up with a plan that is better.”"
    )
    rules, thorough = decided(line, "en")
    assert rules[-2:] == thorough[-2:] == ["the spokesman", "the spokesman"]
