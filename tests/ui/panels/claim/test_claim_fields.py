from dataclasses import replace
from string import ascii_lowercase

import pytest

from annotator.model.schema import Value
from annotator.model.schema_file import load
from ui.base import i18n
from ui.panels.claim.claim_fields import (
    claim_fields,
    claim_specs,
    leads_elsewhere,
    prompt_for,
    takes_loose_words,
    words_label,
)
from ui.panels.span.fields import FieldKind
from ui.panels.span.span_fields import FieldKeys, attribute_spec, keys_in_force

SCHEMA = load("news")


def with_shown(*shown):
    attributes = tuple(replace(a, shown=a.shown or a.id in shown) for a in SCHEMA.attributes)
    return replace(SCHEMA, attributes=attributes)


def specs(schema=SCHEMA):
    return {spec.id: spec for spec in claim_specs(schema, FieldKeys())}


def test_fields_in_schema_order_with_evidence_last():
    assert [field.id for field in claim_fields(SCHEMA)] == [
        "kind",
        "fact_type",
        "worthiness",
        "claimant_kind",
        "relation.cue",
        "relation.object",
        "speech",
        "stance",
        "topic",
        "verdict",
        "claim_text",
        "relation.repeats",
        "citations",
    ]
    assert [spec.id for spec in claim_specs(SCHEMA, FieldKeys())][-2:] == ["own.note", "own.doubt"]


def test_fields_have_distinct_keys():
    found = claim_specs(with_shown(*(a.id for a in SCHEMA.attributes if a.id != "claim_type")), FieldKeys())
    keys = [spec.key for spec in found]
    free = ", ".join(sorted(set(ascii_lowercase).difference(keys)))
    assert all(keys), f"without a key, as another field has it: {[s.id for s in found if not s.key]}; free: {free}"
    assert len(set(keys)) == len(keys), f"two fields have one key; free: {free}"


def test_schema_keys_take_precedence():
    found = {spec.id: spec.key for spec in claim_specs(SCHEMA, FieldKeys(note="a", doubt="z"))}
    assert (found["kind"], found["own.note"], found["own.doubt"]) == ("a", "n", "z")
    found = {spec.id: spec.key for spec in claim_specs(SCHEMA, FieldKeys(note="d", doubt="a"))}
    assert (found["own.note"], found["own.doubt"]) == ("d", "")


def test_field_has_first_letter_of_shortcuts():
    chosen = {"span.note": ("Ctrl+N", "M"), "span.doubt": ("K",), "span.pick": ("F4",)}
    assert keys_in_force(chosen.__getitem__) == FieldKeys(note="m", doubt="k", label="")


def test_values_without_key_are_numbered():
    attribute = next(a for a in SCHEMA.attributes if a.id == "stance")
    given = (None, "2", None, "x", None)
    values = tuple(Value(id=f"v{n}", name={"en": f"V{n}"}, help={}, key=key) for n, key in enumerate(given))
    found = attribute_spec(replace(attribute, values=values)).choices
    assert [choice.key for choice in found] == ["1", "2", "3", "x", "4", "0"]
    many = tuple(replace(values[0], id=f"v{n}") for n in range(10))
    assert [choice.key for choice in attribute_spec(replace(attribute, values=many)).choices] == [*"123456789", "", "0"]


def test_first_of_alternative_tagsets_has_key():
    found = specs(with_shown("claim_type"))
    assert (found["fact_type"].key, found["claim_type"].key) == ("f", "")


def test_relations_with_same_key_share_field():
    field = specs()["relation.repeats"]
    assert (field.name, field.kind) == ("Other claim", FieldKind.CHOICE)
    assert [(c.id, c.key) for c in field.choices[:3]] == [("repeats", "1"), ("contradicts", "2"), ("qualifies", "3")]
    chosen = claim_fields(SCHEMA)[-2].chosen("contradicts")
    assert chosen is not None
    assert (chosen[0].id, chosen[1]) == ("contradicts", None)


def test_evidence_role_is_chosen_first():
    field = next(field for field in claim_fields(SCHEMA) if field.id == "citations")
    chosen = field.chosen("refutes")
    assert chosen is not None
    assert (chosen[0].id, chosen[1]) == ("evidence", "refutes")
    assert field.chosen(None) is None
    assert [choice.id for choice in specs()["citations"].choices] == ["supports", "refutes", "context", None]


@pytest.mark.parametrize(
    ("relation", "label", "loose", "elsewhere", "asked"),
    [
        ("claimant", "SPEAKER", False, False, "Click on a name (Person, Organisation, Place), or select other words."),
        ("cue", "CUE", True, False, "Click or select words."),
        ("evidence", "EVIDENCE", False, True, "Click on a name"),
        ("repeats", None, False, True, "Click on another claim."),
    ],
)
def test_relation_prompt_and_scope(relation, label, loose, elsewhere, asked):
    found = SCHEMA.require_relation(relation)
    assert (words_label(found), takes_loose_words(found), leads_elsewhere(found)) == (label, loose, elsewhere)
    assert prompt_for(SCHEMA, found).startswith(asked)


def test_attribute_field_needs_no_words():
    kind = claim_fields(SCHEMA)[0]
    assert kind.chosen("fact_claim") is None


def test_keys_per_language_are_distinct(monkeypatch):
    keys = {}
    for language in ("de", "en"):
        monkeypatch.setattr(i18n, "ui_language", lambda language=language: language)
        for name in ("news", "claims", "fact_checking"):
            every = [spec.key for spec in claim_specs(load(name), FieldKeys()) if spec.key]
            assert len(set(every)) == len(every), (language, name)
        keys[language] = {id_: spec.key for id_, spec in specs().items()}
        assert specs()["citations"].other_key == {"de": "q", "en": "y"}[language]
        lacking = [id_ for id_, spec in specs().items() if not spec.key]
        assert lacking == [], f"another field of the schema has their key in {language}"
    german, english = keys["de"], keys["en"]
    assert [german[id_] for id_ in ("fact_type", "citations", "claim_text", "kind")] == ["t", "e", "k", "a"]
    assert [english[id_] for id_ in ("fact_type", "citations", "claim_text", "kind")] == ["f", "e", "x", "a"]


def test_old_schema_has_one_key_for_all_languages(monkeypatch):
    before = replace(SCHEMA, attributes=tuple(replace(each, keys={}) for each in SCHEMA.attributes))
    monkeypatch.setattr(i18n, "ui_language", lambda: "de")
    assert specs(before)["citations"].other_key == "y"
