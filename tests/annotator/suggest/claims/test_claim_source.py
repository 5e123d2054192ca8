from dataclasses import replace

import pytest

from annotator.model.values import Document
from annotator.suggest.claims.claim_source import ClaimSource, names_in
from annotator.suggest.claims.frame_values import INFO, Name
from annotator.suggest.sources.source import never
from annotator.suggestions.label_roles import USUAL, Roles
from annotator.text.normalization import fingerprint
from tests.annotator.suggest.claims.read import names

TEXT = (
    "Wetter\n\nKlaus Berg sagte, dass die Kosten 2023 um 14 Prozent gestiegen seien. Kritiker forderten ein Gesetz.\n"
    "Das Gesetz bestritt niemand. Es war hell. Es war kalt. Es war schön."
    " Es regnete nicht.\nFoto: Berg sagte, es sei so."
)


def suggest(text, language="de", excluded=(), *, unnamed=False, info=INFO):
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language=language, excluded=excluded)
    source = ClaimSource(info=info, language=language, names=tuple(names(text)), unnamed=unnamed)
    return source.suggest(document, never)


def test_claim_has_cue_claimant_form_and_rule():
    first, second, *_ = suggest(TEXT)
    assert (first.layer, first.label, first.source) == ("claims", "CLAIM", "claims")
    assert first.quote(TEXT) == "die Kosten 2023 um 14 Prozent gestiegen seien"
    assert first.rule == "speech verb: sagte"
    assert first.attributes == {
        "kind": "fact_claim", "speech": "indirect", "claimant_kind": "entity", "worthiness": "CFS",
        "stance": "affirms", "fact_type": "quantity", "claim_type": "numerical",
    }  # fmt: skip
    tails = {relation.label: TEXT[slice(*relation.parts[0])] for relation in first.relations}
    assert tails == {"cue": "sagte", "claimant": "Klaus Berg"}
    assert {(r.layer, r.tail_label) for r in first.relations} == {("attribution", "CUE"), ("entities", "PER")}
    assert second.attributes["claimant_kind"] == "unnamed"
    assert [relation.label for relation in second.relations] == ["cue"]


@pytest.mark.parametrize(
    ("headline", "is_flash"),
    [
        ("Eilmeldung: Stadtrat kündigt Sparkurs an", True),
        ("EIL: Stadtrat kündigt Sparkurs an", True),
        ("+++ EIL +++ Stadtrat kündigt Sparkurs an", True),
        ("Stadtrat kündigt Sparkurs an", False),
        ("Eil-Gesetz: Stadtrat kündigt Sparkurs an", False),
    ],
)
def test_flash_headline_is_no_claim_before_a_text(headline, is_flash):
    text = f"{headline}\n\nKlaus Berg sagte, die Stadt müsse sparen."
    first = suggest(text)[0].quote(text)
    assert (first == "die Stadt müsse sparen") is is_flash


def test_flash_headline_without_a_text_is_a_claim():
    assert suggest("EIL: Stadtrat kündigt Sparkurs an")


def test_unnamed_claimant_needs_a_label_in_the_schema():
    _, second, *_ = suggest(TEXT, unnamed=True)
    (claimant,) = (relation for relation in second.relations if relation.label == "claimant")
    assert (claimant.layer, claimant.tail_label) == ("attribution", "SPEAKER")
    assert TEXT[slice(*claimant.parts[0])] == "Kritiker"
    assert second.attributes["claimant_kind"] == "unnamed"


def test_opinions_and_demands_are_not_worth_checking():
    demand = next(each for each in suggest(TEXT) if each.attributes["kind"] == "demand")
    assert "worthiness" not in demand.attributes


def test_share_decides_how_many_claims_are_worth_checking():
    sentences = [
        "Klaus Berg sagte, die Zahl der Unfälle sei 2023 um 14 Prozent gestiegen.",
        "Klaus Berg sagte, die Stadt habe 2022 rund 300 Bäume gepflanzt.",
        "Klaus Berg sagte, der Zug sei am Montag gefahren.",
        "Klaus Berg sagte, das Haus sei alt.",
    ]
    text = " ".join(sentences)
    made = suggest(text, info=replace(INFO, share=50, version="9"))
    assert {each.version for each in made} == {"9"}
    worth = [each.quote(text) for each in made if each.attributes.get("worthiness") == "CFS"]
    assert worth == [
        "die Zahl der Unfälle sei 2023 um 14 Prozent gestiegen",
        "die Stadt habe 2022 rund 300 Bäume gepflanzt",
    ]
    assert sum("worthiness" in each.attributes for each in suggest(text)) == 1, "a quarter where nobody chose"


def test_page_furniture_is_not_ranked():
    text = "Klaus Berg sagte, das Haus sei 2022 gebaut.\n" + "Im Jahr 2023 stieg die Zahl um 14 Prozent.\n" * 3
    excluded = ((text.index("\n") + 1, len(text)),)
    (claim,) = suggest(text, excluded=excluded)
    assert claim.attributes["worthiness"] == "CFS"


def test_disputed_claim_is_refuted():
    found = suggest("Klaus Berg bestritt, dass er gelogen habe.")
    assert found[0].attributes["stance"] == "refutes"


def test_claim_that_the_speaker_declines_to_make_is_unclear():
    (found,) = suggest("Ann Lee declined to say whether the bridge was sound.", "en")
    assert found.attributes["stance"] == "unclear"


def test_questions_and_anonymous_claims_have_no_stance():
    (question,) = suggest("Klaus Berg fragte, ob der Zug fahre.")
    (hearsay,) = suggest("Der Zug soll gestern gefahren sein.")
    assert question.attributes["kind"] == "question"
    assert "stance" not in question.attributes
    assert [relation.label for relation in hearsay.relations] == ["cue"]
    assert "stance" not in hearsay.attributes


@pytest.mark.parametrize(
    ("words", "language", "figure"),
    [
        ("Die Miete stieg um 4,5\u00a0% im Jahr", "de", True),
        ("Das kostet 2,4 Millionen Euro", "de", True),
        ("the company took £1.2bn out of it", "en", True),
        ("prices fell 3 per cent", "en", True),
        ("Seit 2020 wuchs die Stadt", "de", False),
        ("drei Züge fuhren um 14.30 Uhr", "de", False),
        ("12 people came by the A4", "en", False),
    ],
)
def test_fact_with_figure_is_a_quantity(words, language, figure):
    said = f"Klaus Berg sagte: „{words}.“" if language == "de" else f'Klaus Berg said: "{words}."'
    (claim,) = suggest(said, language)
    assert claim.attributes["kind"] == "fact_claim"
    assert (claim.attributes.get("fact_type") == "quantity") is figure
    assert (claim.attributes.get("claim_type") == "numerical") is figure


def test_fact_type_of_prediction_and_demand():
    prediction, demand = suggest("Klaus Berg will 2027 eine Halle bauen.\n\nKritiker forderten ein Gesetz.")
    assert prediction.attributes["fact_type"] == prediction.attributes["kind"] == "prediction"
    assert "fact_type" not in demand.attributes


def test_no_claims_in_furniture_or_other_languages():
    furniture = (TEXT.index("Foto"), len(TEXT))
    assert all(each.end <= furniture[0] for each in suggest(TEXT, excluded=(furniture,)))
    assert any(each.start > furniture[0] for each in suggest(TEXT))
    assert suggest(TEXT, language="other") == []


def test_same_parts_are_suggested_once():
    text = "Das Werk schließt. Das teilte Nordwerk mit. Das dementierte ein Sprecher."
    assert len({each.key for each in suggest(text)}) == len(suggest(text)) == 1


def test_names_in_takes_entities_only():
    claims = suggest(TEXT)
    assert names_in(claims) == ()


def test_lower_case_accounts_are_sources():
    text = "Der Trainer ist nach dpa-Informationen von der Entscheidung unterrichtet worden."
    (found,) = suggest(text, unnamed=True)
    claimant = next(relation for relation in found.relations if relation.label == "claimant")
    assert text[slice(*claimant.parts[0])] == "dpa-Informationen"


def test_open_claimant_is_proposed_with_both_names():
    text = "Klaus Berg und Tom Hale kamen. Er sagte, es regne nicht."
    (found,) = suggest(text)
    places = [draft.parts[0] for draft in found.relations if draft.label == "claimant"]
    assert [text[start:end] for start, end in places] == ["Klaus Berg", "Tom Hale"]


def test_dateline_does_not_change_what_is_worth_checking():
    sentence = "Die Halle kostet 3 Millionen Euro, sagte Eva Roth."
    found = [suggest(text)[0].attributes for text in (f"BERLIN, 9. März 2026 (dpa) – {sentence}", sentence)]
    assert found[0] == found[1]


OWN = Roles(ours=(("Mensch", "PER"), ("Amt", "ORG")), theirs=(("PER", "Mensch"), ("ORG", "Amt")))


def test_claimant_has_the_label_of_the_project():
    text = "Klaus Berg sagte, dass die Kosten gestiegen seien. Er forderte mehr Geld."
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    for label, roles in (("PER", USUAL), ("PERSON", USUAL), ("Mensch", OWN)):
        source = ClaimSource(info=replace(INFO, roles=roles), language="de", names=(Name(0, 10, label),))
        found = source.suggest(document, never)
        ends = [(r.tail_label, r.parts) for one in found for r in one.relations if r.label == "claimant"]
        assert ends == [(label, ((0, 10),))] * 2
