"""The sample articles, which the first screen shows, are consistent."""

import itertools
import json
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from annotator.corpus.samples import sample_articles
from annotator.jobs import board, rule_breaches
from annotator.model import schema_file
from annotator.project.project import Project
from annotator.store.queries.who import ClaimFilter

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
ARTICLES = sorted(SAMPLES.glob("*.txt"))
LABELLED = sorted(SAMPLES.glob("*.labels.json"))
META_FIELDS = {"title", "language", "publisher", "author", "published"}
LABELS = {
    "entities": {"PER", "ORG", "LOC", "MISC"},
    "claims": {"CLAIM"},
    "attribution": {"CUE", "OBJECT"},
}
CLAIM_VALUES = {
    "kind": {"fact_claim", "opinion", "prediction", "demand", "question", "none"},
    "fact_type": {
        "personal_experience",
        "quantity",
        "correlation_causation",
        "law_or_rule",
        "prediction",
        "other",
    },
    "worthiness": {"NFS", "UFS", "CFS"},
    "claimant_kind": {"entity", "author", "unnamed"},
    "speech": {"direct", "indirect", "reported", "free_indirect"},
    "stance": {"affirms", "refutes", "unclear"},
}
TAILS = {
    "claimant": {"entities"},
    "cue": {"attribution"},
    "object": {"entities", "attribution"},
    "evidence": {"claims"},
    "contradicts": {"claims"},
    "qualifies": {"claims"},
}

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
each_labelled = pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)


def text_of(path):
    return path.read_bytes().decode("utf-8")


def read_json(path):
    return json.loads(text_of(path))


def labelled_text(path):
    return text_of(path.with_name(path.name.replace(".labels.json", ".txt")))


def sentences(text):
    pieces = re.split(r"(?<=[.!?…])[“”«»\"’]*\s+|\n+", text)
    folded = (" ".join(re.findall(r"\w+", piece.casefold())) for piece in pieces)
    return {piece for piece in folded if len(piece.split()) >= 4}


def spans_in(record, layer):
    return [span for span in record["spans"] if span["layer"] == layer]


def overlap(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def test_there_are_six_articles_of_each_language():
    languages = Counter(path.name[:2] for path in ARTICLES)
    assert languages["de"] >= 6
    assert languages["en"] >= 6
    assert {path.name[:2] for path in LABELLED} == {"de", "en"}


@each_article
def test_an_article_has_the_length_of_a_news_article(path):
    assert 300 <= len(text_of(path).split()) <= 800


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_files_are_utf8_and_end_with_a_line_feed(path):
    text = text_of(path)
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@each_article
def test_sample_paragraphs_are_separated_by_one_line(path):
    for paragraph in text_of(path).removesuffix("\n").split("\n\n"):
        assert paragraph
        assert paragraph == paragraph.strip()
        assert "\n" not in paragraph
        assert "  " not in paragraph


@each_article
def test_sample_has_one_description_and_title_in_text(path):
    described = [path.with_suffix(end) for end in (".labels.json", ".meta.json")]
    (described,) = [candidate for candidate in described if candidate.exists()]
    record = read_json(described)
    assert record.keys() >= META_FIELDS
    assert record["title"] in text_of(path).split("\n")
    assert record["language"] == path.name[:2]
    assert date.fromisoformat(record["published"]).isoformat() == record["published"]


def test_the_hard_characters_occur_in_both_languages():
    for language in ("de", "en"):
        text = "".join(text_of(path) for path in ARTICLES if path.name.startswith(language))
        assert any(ord(character) > 0xFFFF for character in text), "no emoji"
        assert any(unicodedata.combining(character) for character in text), "no combining mark"
        assert "\u00a0" in text, "no no-break space"


def test_no_two_articles_share_a_sentence():
    for one, other in itertools.combinations(ARTICLES, 2):
        assert not sentences(text_of(one)) & sentences(text_of(other)), (one.name, other.name)


@each_labelled
def test_quotes_are_slices_without_edge_white_space(path):
    text = labelled_text(path)
    for span in read_json(path)["spans"]:
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert span["quote"] == text[span["start"] : span["end"]]
        assert span["quote"] == span["quote"].strip()
        assert not unicodedata.combining(text[span["end"]]), "the span ends inside a character"


@each_labelled
def test_keys_are_unique_and_labels_belong_to_their_layer(path):
    spans = read_json(path)["spans"]
    assert max(Counter(span["key"] for span in spans).values()) == 1
    for span in spans:
        assert span["label"] in LABELS[span["layer"]]


@each_labelled
def test_page_furniture_carries_no_label(path):
    record, text = read_json(path), labelled_text(path)
    assert record["excluded"] == sorted(record["excluded"])
    for start, end in record["excluded"]:
        assert 0 <= start < end <= len(text)
        furniture = {"start": start, "end": end}
        assert not any(overlap(span, furniture) for span in record["spans"])


@each_labelled
def test_attributes_have_known_values(path):
    record = read_json(path)
    for entity in spans_in(record, "entities"):
        assert entity["attributes"].keys() <= {"part_of_word"}
        assert entity["attributes"].get("part_of_word", "full") in {"full", "part", "deriv"}
    for claim in spans_in(record, "claims"):
        required = CLAIM_VALUES.keys() - {"speech", "fact_type"}
        assert required <= claim["attributes"].keys() <= {*CLAIM_VALUES, "topic"}
        for name in claim["attributes"].keys() & CLAIM_VALUES.keys():
            assert claim["attributes"][name] in CLAIM_VALUES[name]
    for cue_or_object in spans_in(record, "attribution"):
        assert cue_or_object["attributes"] == {}


def test_what_ships_keeps_the_rules_of_its_schema(tmp_path):
    project = Project.create(tmp_path / "Beispiel", schema=schema_file.load("news"), annotator="anna")
    project.add_annotated(sample_articles("anna"))
    project.close()
    assert rule_breaches.find(project.path) == ()


def test_the_board_of_the_samples_shows_a_person_once(tmp_path):
    project = Project.create(tmp_path / "Beispiel", schema=schema_file.load("news"), annotator="anna")
    project.add_annotated(sample_articles("anna"))
    project.close()
    found, _ = board.board(project.path, ClaimFilter(annotator="anna"))
    names = [claimant.name for claimant in found.claimants]
    assert "Ayşe Brandner" in names
    assert "Brandner" not in names


@each_labelled
def test_sample_identities_cover_full_names_and_surnames(path):
    record = read_json(path)
    quotes = {span["key"]: (span["label"], span["quote"]) for span in record["spans"]}
    for identity in record["identities"]:
        assert len(identity["mentions"]) > 1
        for label, quote in map(quotes.__getitem__, identity["mentions"]):
            assert label == identity["label"]
            assert quote in {identity["name"], identity["name"].split()[-1]}


@each_labelled
def test_most_sample_claims_share_few_topics(path):
    topics = Counter(claim["attributes"].get("topic") for claim in spans_in(read_json(path), "claims"))
    without = topics.pop(None, 0)
    assert 3 <= len(topics) <= 6
    assert without < topics.total() / 4


@each_labelled
def test_relations_link_claims_to_spans_of_the_right_layer(path):
    record = read_json(path)
    layers = {span["key"]: span["layer"] for span in record["spans"]}
    for relation in record["relations"]:
        assert layers[relation["head"]] == "claims"
        assert layers[relation["tail"]] in TAILS[relation["label"]]
    linked = {relation["tail"] for relation in record["relations"]}
    assert {span["key"] for span in spans_in(record, "attribution")} <= linked


@each_labelled
def test_a_claim_names_its_claimant_and_how_it_is_spoken(path):
    record = read_json(path)
    heads = Counter((rel["head"], rel["label"]) for rel in record["relations"])
    for claim in spans_in(record, "claims"):
        key, attributes = claim["key"], claim["attributes"]
        claimants, cues = heads[key, "claimant"], heads[key, "cue"]
        assert claimants == (attributes["claimant_kind"] == "entity")
        assert ("speech" in attributes) == (attributes["claimant_kind"] != "author")
        assert cues == (attributes.get("speech") not in {None, "free_indirect"})


@each_labelled
def test_samples_show_overlap_nesting_and_all_claimants(path):
    record = read_json(path)
    claims, entities = spans_in(record, "claims"), spans_in(record, "entities")
    assert any(overlap(one, other) for one, other in itertools.combinations(claims, 2))
    assert any(overlap(one, other) for one, other in itertools.combinations(entities, 2))
    for name in ("claimant_kind", "speech", "stance", "worthiness"):
        shown = {claim["attributes"].get(name) for claim in claims} - {None}
        assert shown == CLAIM_VALUES[name]
    kinds = {claim["attributes"]["kind"] for claim in claims}
    assert kinds == CLAIM_VALUES["kind"] - {"none"}
    assert {entity["label"] for entity in entities} == LABELS["entities"]


@each_labelled
def test_samples_show_supporting_and_contradicting_claims(path):
    record = read_json(path)
    texts = {span["key"]: span["quote"] for span in record["spans"]}
    labels = {rel["label"] for rel in record["relations"] if texts[rel["head"]] != texts[rel["tail"]]}
    assert {"evidence", "contradicts", "qualifies"} <= labels
