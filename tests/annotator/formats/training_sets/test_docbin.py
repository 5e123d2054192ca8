"""spaCy's DocBin, read by spaCy itself."""

import json
import subprocess
import sys
import uuid
from dataclasses import replace

import pytest
import spacy  # noqa: TID253  # the judge of what was written
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin  # noqa: TID253

from annotator.formats.capabilities import SpanChoice
from annotator.formats.fit import Options, fit
from annotator.formats.registry import exporter
from annotator.formats.shared.tokens.training_tokens import blank_pipeline
from annotator.formats.training_sets import docbin_file
from annotator.formats.training_sets.docbin import USER_DATA, annotate
from annotator.model.json_records import annotated_to
from annotator.model.values import Annotated, SentenceMark
from annotator.system.errors import FormatError
from annotator.text.sentences import split
from tests.annotator.formats.texts import TEXT, document, hex_id, rich, span

DOCBIN = exporter("docbin")


def write(path, *stream, **options):
    """Write the documents; return them as spaCy reads them, and the report."""
    report = DOCBIN.write(stream, path, Options(**options))
    return list(DocBin().from_disk(path).get_docs(spacy.blank("de").vocab)), report


def ranges(spans):
    return [(found.start_char, found.end_char, found.label_, found.id_) for found in spans]


def test_entities_and_span_groups_keep_offsets(tmp_path):
    (doc,), report = write(tmp_path / "a.spacy", rich())
    assert report.losses == ()
    assert doc.text == TEXT
    expected = {span.id: (span.start, span.end, span.label, span.id) for span in rich().spans}
    assert ranges(doc.ents) == [expected[hex_id(number)] for number in (11, 12, 15)]
    assert ranges(doc.spans["entities"]) == ranges(doc.ents)
    assert ranges(doc.spans["claims"]) == [expected[hex_id(13)]]
    assert ranges(doc.spans["attribution"]) == [expected[hex_id(14)]]
    assert [ent.kb_id_ for ent in doc.ents] == ["Q42", "", ""]


def test_user_data_has_everything_else(tmp_path):
    (doc,), _ = write(tmp_path / "a.spacy", rich())
    record = annotated_to(replace(rich(), suggestions=()))
    del record["text"]
    assert json.loads(json.dumps(doc.user_data[USER_DATA])) == record
    assert list(doc.user_data) == [USER_DATA]


def test_ids_of_written_spans_do_not_stay_in_memory(tmp_path):
    ids = [uuid.uuid4().hex for _ in range(3)]  # of no other test
    spans = tuple(replace(span(number, "Köln"), id=own) for number, own in enumerate(ids))
    write(tmp_path / "a.spacy", Annotated(document=document(), spans=spans))
    known = blank_pipeline("de").vocab.strings
    assert not [own for own in ids if own in known]


def test_docbin_matches_golden_file(tmp_path, golden):
    (doc,), _ = write(tmp_path / "a.spacy", rich())
    lines = [f"{token.idx}\t{token.text!r}\t{token.ent_iob_}\t{token.ent_type_}" for token in doc]
    lines += [f"{key}\t{found}" for key in sorted(doc.spans) for found in ranges(doc.spans[key])]
    lines += [json.dumps(doc.user_data, ensure_ascii=False, sort_keys=True, indent=1)]
    golden("docbin.txt", ("\n".join(lines) + "\n").encode("utf-8"))


def test_overlapping_entities_stay_in_span_group(tmp_path):
    spans = (span(1, "Zoe\u0308 Müller"), span(2, "Müller", label="ORG"))
    (doc,), report = write(tmp_path / "a.spacy", Annotated(document=document(), spans=spans))
    assert [ent.label_ for ent in doc.ents] == ["PER"]
    assert [found.label_ for found in doc.spans["entities"]] == ["PER", "ORG"]
    assert [loss.reason for loss in report.losses] == ["flat_view"]
    (doc,), _ = write(tmp_path / "a.spacy", Annotated(document=document(), spans=spans), overlap="shortest")
    assert [ent.label_ for ent in doc.ents] == ["ORG"]


def test_spans_of_same_words_keep_their_attributes(tmp_path):
    spans = tuple(span(number, "Köln", layer="claims", label="CLAIM", attributes={"n": number}) for number in (1, 2))
    (doc,), report = write(tmp_path / "a.spacy", Annotated(document=document(), spans=spans))
    kept = {entry["id"]: entry["attributes"]["n"] for entry in doc.user_data[USER_DATA]["spans"]}
    assert [kept[found.id_] for found in doc.spans["claims"]] == [1, 2]
    assert report.losses == ()


def test_every_document_has_usual_span_groups(tmp_path):
    (doc,), _ = write(tmp_path / "a.spacy", Annotated(document=document()))
    assert sorted(doc.spans) == ["claims", "entities"]
    (doc,), _ = write(tmp_path / "a.spacy", rich(), layers=("claims",))
    assert sorted(doc.spans) == ["claims"]
    assert doc.ents == ()


def test_furniture_left_out_is_not_annotated(tmp_path):
    across = span(16, "bald.“\n\nLesen")
    annotated = replace(rich(), spans=(*rich().spans, across))
    (doc,), report = write(tmp_path / "a.spacy", annotated, exclude_furniture=True)
    assert [loss.reason for loss in report.losses if loss.row == "span"] == ["furniture"]
    assert "Bonn" not in [ent.text for ent in doc.ents]
    assert doc.text == TEXT
    states = {token.text: token.ent_iob_ for token in doc}
    assert (states["Bonn"], states["auch"], states["sagte"], states["Lesen"]) == ("", "", "O", "I")


def test_too_large_integers_are_kept_as_digits(tmp_path):
    annotated = Annotated(document=document(meta={"id": 2**70, "list": [-(2**70), 1, True, 0.5]}))
    (doc,), _ = write(tmp_path / "a.spacy", annotated)
    assert doc.user_data[USER_DATA]["meta"] == {"id": str(2**70), "list": (str(-(2**70)), 1, True, 0.5)}


def test_each_language_has_its_tokens(tmp_path):
    text = "Köln, z. B. don't e-mail."
    stream = [
        Annotated(document=document(number, text, language)) for number, language in enumerate(["de", "en", "other"])
    ]
    docs, _ = write(tmp_path / "a.spacy", *stream)
    for doc, language in zip(docs, ["de", "en", "xx"], strict=True):
        assert [token.text for token in doc] == [token.text for token in spacy.blank(language)(text)]


def test_document_without_tokens_raises():
    fitted = replace(fit(rich(), DOCBIN.holds, Options()), doc=None)
    with pytest.raises(TypeError, match="tokens"):
        annotate(fitted, Options())


def test_too_large_docbin_raises(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin_file, "_MOST", 3)  # bytes; a file of 4 GB would take a minute
    with pytest.raises(FormatError, match="too large"):
        write(tmp_path / "a.spacy", rich())
    assert list(tmp_path.iterdir()) == [] or not (tmp_path / "a.spacy").exists()


@given(
    st.text(st.sampled_from("ab.-'ö\u0308🤗\u00a0\t\n\u2028 \u200d"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=6),
    st.sampled_from([None, SpanChoice.WIDEN, SpanChoice.SPLIT_TOKEN]),
)
def test_entities_are_aligned_and_trimmed(text, found, edges):
    spans = [
        span(number, "a", text="a", parts=((min(start, len(text) - 1), min(len(text), start + length)),))
        for number, (start, length) in enumerate(found)
        if min(start, len(text) - 1) < min(len(text), start + length)
    ]
    annotated = Annotated(document=document(text=text), spans=tuple(spans))
    options = Options(edges=edges)
    fitted = fit(annotated, DOCBIN.holds, options)
    doc = annotate(fitted, options)
    assert doc.text == text
    assert [(ent.start_char, ent.end_char) for ent in doc.ents] == [(span.start, span.end) for span in fitted.flat]
    written = {span.id: span for span in fitted.annotated.spans}
    for made in doc.spans["entities"]:
        assert (made.start_char, made.end_char) == (written[made.id_].start, written[made.id_].end)
        assert made.text == made.text.strip() != ""
        assert doc.char_span(made.start_char, made.end_char) is not None


CONFIG = """
[paths]
train = "train.spacy"
dev = "dev.spacy"
[nlp]
lang = "de"
pipeline = ["ner"]
[components]
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 8
maxout_pieces = 1
use_upper = true
nO = null
[components.ner.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 8
depth = 1
embed_size = 50
window_size = 1
maxout_pieces = 2
subword_features = false
[corpora]
[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
[training]
max_steps = 2
eval_frequency = 1
"""


def test_spacy_debugs_and_trains_on_split(tmp_path):
    start = TEXT.index("\u00a0am")
    wide = replace(span(16, "Köln"), parts=((start, start + 10),), label="LOC")
    inside = span(17, "teuern", label="MISC")
    one = replace(rich(), spans=(*rich().spans, wide, inside), split=None)
    parts = ["train"] * 7 + ["dev"] * 2 + ["test"]  # copies of one article would else stay together
    stream = [
        replace(one, document=document(number, excluded=rich().document.excluded), split=part)
        for number, part in enumerate(parts, 1)
    ]
    report = DOCBIN.write(stream, tmp_path, Options(split="70/20/10", seed=1, exclude_furniture=True))
    assert report.splits == (("train", 7), ("dev", 2), ("test", 1))
    (tmp_path / "base.cfg").write_text(CONFIG)

    def run(*command):
        ran = subprocess.run(
            [sys.executable, "-m", "spacy", *command],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return ran.stdout + ran.stderr, ran.returncode

    told, code = run("init", "fill-config", "base.cfg", "config.cfg")
    assert code == 0, told
    told, _ = run("debug", "data", "config.cfg", "--ignore-warnings", "--no-format")
    assert "Corpus is loadable" in told
    assert "7 training docs" in told
    assert "misaligned" not in told
    assert "invalid whitespace" not in told
    told, code = run("train", "config.cfg", "--output", "model")
    assert code == 0, told
    assert (tmp_path / "model" / "model-last" / "meta.json").is_file()


def test_only_read_makes_unread_sentences_not_annotated(tmp_path):
    _, second = split(TEXT)
    spans = (span(1, "Köln", label="LOC"),)
    unmarked = Annotated(document=document(), spans=spans)
    mark = SentenceMark(document=hex_id(1), annotator="ada", start=second[0], end=second[1])
    marked = replace(unmarked, sentences=(mark,))

    def unknown(annotated, **options):
        (doc,), _ = write(tmp_path / "a.spacy", annotated, **options)
        return {token.text for token in doc if not token.ent_iob_ and not token.is_space}

    assert unknown(unmarked) == set()
    assert unknown(unmarked, only_read=True) == {"Lesen", "Sie", "auch", ":", "Bonn", "wächst", "."}
    assert unknown(marked, only_read=True) == set()
    assert unknown(replace(marked, spans=()), only_read=True) >= {"Köln", "Steuern"}
