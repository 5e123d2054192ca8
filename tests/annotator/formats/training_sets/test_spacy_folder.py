"""A spaCy folder, tested with spaCy itself."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from annotator.formats.capabilities import SpanChoice
from annotator.formats.fit import Options
from annotator.formats.loss import LossKind
from annotator.formats.registry import exporter
from annotator.model.values import Annotated, Part, SentenceMark
from tests.annotator.formats.reading import SCHEMA
from tests.annotator.formats.texts import document, hex_id, span

OUT = exporter("spacy-folder")
TEXT = (
    "Am Tag {n} sprach Petra Müller{n} 🎈 in Köln.\n"
    "Sie sagte, die Miete{n} steige um {n} Prozent.\n"
    "Es regnete {n} Stunden."
)


def article(number, *, labelled=True, language="de", marks=(), excluded: tuple[Part, ...] = ()):
    text = TEXT.format(n=number)
    own = {"document": hex_id(number), "text": text}
    spans = (
        span(number * 10 + 1, f"Petra Müller{number}", **own),
        span(number * 10 + 2, "Köln", label="LOC", **own),
        span(number * 10 + 3, f"die Miete{number} steige um {number} Prozent", layer="claims", label="CLAIM", **own),
    )
    facts = {
        "published": f"2024-01-{number % 28 + 1:02}",
        "publisher": "Rheinbote & Söhne | Köln",
        "excluded": excluded,
    }
    return Annotated(
        document=document(number, text, language, **facts),
        spans=spans if labelled else (),
        sentences=tuple(SentenceMark(document=hex_id(number), annotator="ada", start=s, end=e) for s, e in marks),
    )


def write(folder, stream, **options):
    return OUT.write(stream, folder, Options(schema=SCHEMA, **options))


def docs(path):
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("de").vocab))


def config_of(folder):
    from spacy.util import load_config

    return load_config(folder / "config.cfg")


def run(folder, *command):
    ran = subprocess.run(
        [sys.executable, "-m", "spacy", *command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )
    return ran.stdout + ran.stderr, ran.returncode


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Return a folder with enough articles for spaCy, and its report; shared, as writing takes a second."""
    folder = tmp_path_factory.mktemp("large")
    return folder, write(folder, [article(number) for number in range(130)])  # fewer than a hundred are an error


@pytest.mark.parametrize(("config", "scores"), [("config.cfg", "SPANS_CLA"), ("sentences.cfg", "CATS_SCORE")])
def test_spacy_debugs_and_trains_folder(large, tmp_path, config, scores):
    folder, report = large
    assert report.splits == (("train", 104), ("dev", 13), ("test", 13))
    assert report.lost == 0
    told, code = run(folder, "debug", "data", config, "--ignore-warnings", "--no-format")
    assert code == 0, told
    assert "Corpus is loadable" in told
    steps = ("--training.max_steps", "2", "--training.eval_frequency", "1")
    told, code = run(folder, "train", config, "--output", str(tmp_path / "model"), *steps)
    assert code == 0, told
    assert scores in told
    assert (tmp_path / "model" / "model-best" / "meta.json").is_file()


def test_claim_sizes_follow_claims(tmp_path):
    write(tmp_path, [article(number) for number in range(12)])
    config = config_of(tmp_path)
    assert config["nlp"]["pipeline"] == ["tok2vec", "ner", "spancat"]
    assert config["components"]["spancat"]["suggester"]["sizes"] == [6]
    weights = {name: weight for name, weight in config["training"]["score_weights"].items() if weight}
    assert weights == {"ents_f": 0.5, "spans_claims_f": 0.5}
    assert "in 6 to 6 tokens: 100% of those in train" in (tmp_path / "README.md").read_text("utf-8")


def test_sentence_corpus_has_kinds_and_no_unread_sentences(tmp_path):
    stream = [article(number) for number in range(12)]
    write(tmp_path / "all", stream)
    folder = tmp_path / "all" / "corpus" / "sentences"
    found = [doc for part in ("train", "dev", "test") for doc in docs(folder / f"{part}.spacy")]
    assert Counter(tuple(doc.cats.items()) for doc in found) == {
        (("CLAIM", 1.0), ("OTHER", 0.0)): 12,
        (("CLAIM", 0.0), ("OTHER", 1.0)): 24,
    }
    write(tmp_path / "read", stream, only_read=True)
    read = docs(tmp_path / "read" / "corpus" / "sentences" / "train.spacy")
    assert {doc.text.split()[0] for doc in read} == {"Am", "Sie"}
    text = TEXT.format(n=0)
    last = (text.index("Es regnete"), len(text))
    write(tmp_path / "furniture", [article(0, excluded=(last,))], exclude_furniture=True, split="100/0/0")
    kept = docs(tmp_path / "furniture" / "corpus" / "sentences" / "train.spacy")
    assert [doc.text.split()[0] for doc in kept] == ["Am", "Sie"]


def test_configurations_depend_on_labels(tmp_path):
    write(tmp_path / "names", [article(number) for number in range(12)], layers=("entities",))
    assert config_of(tmp_path / "names")["nlp"]["pipeline"] == ["tok2vec", "ner"]
    assert not (tmp_path / "names" / "sentences.cfg").exists()
    assert not (tmp_path / "names" / "corpus" / "sentences").exists()
    write(tmp_path / "none", [article(number, labelled=False) for number in range(3)])
    assert not (tmp_path / "none" / "config.cfg").exists()
    assert "Nothing in the training part is labelled" in (tmp_path / "none" / "README.md").read_text("utf-8")
    assert len(docs(tmp_path / "none" / "corpus" / "train.spacy")) == 1


def test_dev_set_unless_there_is_only_one_article(tmp_path):
    write(tmp_path / "one", [article(1)])
    assert config_of(tmp_path / "one")["paths"]["dev"] == "corpus/train.spacy"
    assert "`train` is judged by itself" in (tmp_path / "one" / "README.md").read_text("utf-8")


def test_most_common_language_is_used(tmp_path):
    languages = ["en", "en", "de", "other"]
    write(tmp_path, [article(number, language=language) for number, language in enumerate(languages)])
    assert config_of(tmp_path)["nlp"]["lang"] == "en"
    assert "the tokens of `en`; 2 articles are in other languages" in (tmp_path / "README.md").read_text("utf-8")


def with_claim(number, words, **fields):
    """Return an article with these words as a claim."""
    own = {"document": hex_id(number), "text": TEXT.format(n=number)}
    claim = span(number * 10 + 3, words.format(n=number), layer="claims", label="CLAIM", **own)
    return replace(article(number, labelled=False), spans=(claim,), **fields)


LONG = "Köln.\nSie sagte, die Miete{n} steige um {n} Prozent"
USUAL = [article(number) for number in range(30)]


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_too_long_claims_are_reported_and_can_be_reached(tmp_path, split):
    stream = [*(replace(one, split="train") for one in USUAL), with_claim(30, LONG, split=split)]
    claim = stream[-1].spans[0]
    report = write(tmp_path / "a", stream)
    beyond = [loss for loss in report.losses if loss.reason == "too_long"]
    assert [(loss.document, loss.id, loss.start, loss.quote, loss.kind) for loss in beyond] == [
        (claim.document, claim.id, claim.start, claim.quote(stream[-1].document.text), LossKind.CHANGED)
    ]
    assert (report.changed, report.lost) == (1, 0)
    assert config_of(tmp_path / "a")["components"]["spancat"]["suggester"]["sizes"] == [6]
    assert OUT.preflight(stream, Options(schema=SCHEMA)) == report
    every: list[dict[str, Any]] = [{"reach": True}, {"choices": {claim.id: {SpanChoice.REACH}}}]
    for number, asked in enumerate(every):
        folder = tmp_path / str(number)
        assert not [loss for loss in write(folder, stream, **asked).losses if loss.reason == "too_long"]
        assert config_of(folder)["components"]["spancat"]["suggester"]["sizes"] == [6, 12]
    left = write(tmp_path / "left", stream, choices={claim.id: {SpanChoice.LEAVE_OUT}})
    assert [loss.reason for loss in left.losses if loss.row == "span"] == ["left_out"]


def test_without_claim_training_no_claim_is_too_long(tmp_path):
    text = "Die Mieten steigen."
    claim = span(3, text, text=text, layer="claims", label="CLAIM")
    report = write(tmp_path, [Annotated(document=document(text=text), spans=(claim,))], split="100/0/0")
    assert not [loss for loss in report.losses if loss.reason == "too_long"]


def test_training_reads_split_tokens(tmp_path):
    import spacy
    from spacy.util import resolve_dot_names

    stream = [replace(one, spans=(span(1, "Miete", text=one.document.text, label="MISC"),)) for one in USUAL[:3]]
    write(tmp_path / "whole", [article(number) for number in range(3)], split="100/0/0")
    assert config_of(tmp_path / "whole")["corpora"]["train"]["gold_preproc"] is False
    write(tmp_path / "split", stream, split="100/0/0", edges=SpanChoice.SPLIT_TOKEN)
    config = config_of(tmp_path / "split")
    config["paths"]["train"] = str(tmp_path / "split" / "corpus" / "train.spacy")
    (corpus,) = resolve_dot_names(config.interpolate(), ["corpora.train"])
    read = list(corpus(spacy.blank("de")))
    assert [tag for example in read for tag in example.get_aligned_ner() if tag != "O"] == ["U-MISC"] * 3
    assert "Tokens were split for 3 labels in train" in (tmp_path / "split" / "README.md").read_text("utf-8")


def test_training_reads_claim_before_a_full_stop(tmp_path):
    import spacy
    from spacy.util import resolve_dot_names

    text = "Die Vereine sagen, das Freibad öffne erst 2031.\nEs regnete."
    claim = span(1, "das Freibad öffne erst 2031", text=text, layer="claims", label="CLAIM")
    write(tmp_path, [Annotated(document=document(1, text), spans=(claim,))], split="100/0/0")
    config = config_of(tmp_path)
    config["paths"]["train"] = str(tmp_path / "corpus" / "train.spacy")
    (corpus,) = resolve_dot_names(config.interpolate(), ["corpora.train"])
    (example,) = corpus(spacy.blank("de"))
    assert [token.text for token in example.predicted][8] == "2031."
    (learnt,) = example.get_aligned_spans_y2x(example.reference.spans["claims"], allow_overlap=True)
    assert learnt.text == "das Freibad öffne erst 2031."


def test_claim_sizes_include_unsplit_tokens(tmp_path):
    part = [span(number * 10 + 5, "Miete", label="MISC", text=one.document.text) for number, one in enumerate(USUAL)]
    stream = [replace(one, spans=(*one.spans, more)) for one, more in zip(USUAL, part, strict=True)]
    write(tmp_path, stream, edges=SpanChoice.SPLIT_TOKEN)
    assert config_of(tmp_path)["components"]["spancat"]["suggester"]["sizes"] == [6, 7]
