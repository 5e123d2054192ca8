"""Everything in an article is in the file of a format, or reported as lost or changed."""

import zlib
from dataclasses import replace
from zipfile import ZipFile, is_zipfile

import pytest

from annotator.formats.fit import Options
from annotator.formats.problem import Problem
from annotator.formats.registry import exporter, importer
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.values import (
    Annotated,
    DocumentLabel,
    DocumentState,
    DraftRelation,
    Elsewhere,
    Origin,
    OriginKind,
    Relation,
    Span,
    State,
    Suggestion,
)
from tests.annotator.formats.at_hand import BOTH, WRITTEN
from tests.annotator.formats.reading import NEWS, SCHEMA
from tests.annotator.formats.texts import document, hex_id

TEXT = "Grausam warnt Klaas: Steuern  fallen bald.\n\nMehr dazu: Bonn.\n"
FURNITURE = (TEXT.index("Mehr"), len(TEXT) - 1)
TRACED = Origin(kind=OriginKind.SUGGESTION, source="needlesource", version="1", rule="needlerule")

NEEDLES = {  # words that stand nowhere else → the reasons for which they may be missing from a file
    "needletitle": {"detail:title"},
    "needlepublisher": {"detail:publisher"},
    "needleauthor": {"detail:author"},
    "needleurl": {"detail:url"},
    "1997-03-04": {"detail:published"},
    "needlemeta": {"detail:meta.desk"},
    "needlebatch": {"batch"},
    "needlestate": {"document_state"},
    "needletopic": {"document_label"},
    "needlenote": {"attributes", "fields"},
    "needlefield": {"attributes", "fields"},
    "needlerelation": {"relation", "relation_kind", "relation_attributes"},
    "needlesource": {"detail:origin", "served", "no_claim"},
    "needleproposal": {"suggestion", "suggestion_fields"},
    "needledraft": {"suggestion_relations", "suggestion"},
    "Steuern  fallen": {"detail:text"},
}


def words(number, quote, layer, label, **fields):
    start = TEXT.index(quote)
    fields = {"document": hex_id(1), "annotator": "ada", "parts": ((start, start + len(quote)),), **fields}
    return Span(id=hex_id(number), layer=layer, label=label, **fields)


def article():
    """Return an article with a unique word in every place that can hold one."""
    claim = {"verdict": "refuted", "worthiness": "CFS", "topic": "needlefield", "verdict_reason": "so"}
    bonn = TEXT.index("Bonn")
    return Annotated(
        document=document(
            1,
            TEXT,
            title="needletitle",
            publisher="needlepublisher",
            author="needleauthor",
            url="https://example.org/needleurl",
            published="1997-03-04",
            meta={"batch": "needlebatch", "desk": {"name": "needlemeta"}},
            excluded=(FURNITURE,),
        ),
        spans=(
            words(11, "warnt", "attribution", "CUE"),
            words(12, "Klaas", "entities", "PER", origin=TRACED),
            words(13, "Steuern  fallen bald", "claims", "CLAIM", attributes=claim, note="needlenote"),
        ),
        relations=(
            Relation(id=hex_id(21), label="cue", head=hex_id(13), tail=hex_id(11), annotator="ada"),
            Relation(
                id=hex_id(22),
                label="claimant",
                head=hex_id(13),
                tail=hex_id(12),
                attributes={"why": "needlerelation"},
                annotator="ada",
            ),
        ),
        labels=(DocumentLabel(document=hex_id(1), annotator="ada", label="topic", value="needletopic"),),
        states=(DocumentState(document=hex_id(1), annotator="ada", state=State.DONE, note="needlestate"),),
        suggestions=(
            Suggestion(
                id=hex_id(41),
                document=hex_id(1),
                layer="entities",
                label="LOC",
                parts=((bonn, bonn + 4),),
                attributes={"topic": "needleproposal"},
                relations=(DraftRelation(label="cue", layer="attribution", tail_label="needledraft", parts=((0, 7),)),),
                source="rules",
                version="1",
                rule="anyrule",
            ),
        ),
        split="dev",
    )


def content(target):
    """Return the unpacked content of all files at a target and next to it."""
    made = b""
    for path in sorted(path for path in target.parent.rglob("*") if path.is_file()):
        if is_zipfile(path):
            with ZipFile(path) as archive:
                made += b"".join(archive.read(member) for member in archive.namelist())
        else:
            packed = path.read_bytes()
            made += zlib.decompress(packed) if path.suffix == ".spacy" else packed
    return made.decode("utf-8", "replace")


def export(tmp_path, name, *articles, **options):
    (tmp_path / "made").mkdir(exist_ok=True)
    target = tmp_path / "made" / f"any{exporter(name).suffix}"
    report = exporter(name).write(articles, target, Options(schema=SCHEMA, **options))
    return content(target), report


def reasons(report):
    """Return the reasons of a report's losses, with the names of details."""
    return {f"detail:{loss.id}" if loss.reason == "detail" else loss.reason for loss in report.losses}


def twofold():
    """Return a schema in which two layers have the same label."""
    entities, *others = SCHEMA.layers
    (claim,) = (label for layer in others for label in layer.labels if label.id == "CLAIM")
    named = replace(entities, labels=(*entities.labels, replace(claim, layer=entities.id)))
    return replace(SCHEMA, layers=(named, *others))


each_format = pytest.mark.parametrize("name", [name for name in sorted(WRITTEN) if name != "huggingface-parquet"])


@pytest.mark.parametrize("name", [name for name in BOTH if name != "huggingface-parquet"])
def test_label_of_two_layers_keeps_layer_or_is_reported(tmp_path, name):
    spans = (words(12, "Klaas", "entities", "CLAIM"), words(13, "fallen", "claims", "CLAIM"))
    target = tmp_path / f"any{exporter(name).suffix}"
    report = exporter(name).write([replace(article(), spans=spans, relations=())], target, Options(schema=twofold()))
    told = {loss.id for loss in report.losses if loss.reason == "layer"}
    files = [target] if target.is_file() else [p for p in target.rglob("*") if p.suffix in importer(name).suffixes]
    (file,) = [path for path in files if path.name != "TypeSystem.xml"]
    options = replace(NEWS, vocabulary=Vocabulary(schema=twofold()))
    (back,) = [entry for entry in importer(name).read(file, options) if not isinstance(entry, Problem)]
    found = {(span.quote(back.document.text), span.layer) for span in back.spans}
    silent = [s.quote(TEXT) for s in spans if s.id not in told and (s.quote(TEXT), s.layer) not in found]
    assert silent == []
    assert told == ({s.id for s in spans} if (spans[1].quote(TEXT), "claims") not in found else set())


@each_format
def test_each_value_is_in_file_or_reported(tmp_path, name):
    made, report = export(tmp_path, name, article(), suggestions=True)
    told = reasons(report)
    silent = {needle for needle, why in NEEDLES.items() if needle not in made and not why & told}
    if name == "averitec":
        silent.remove("1997-03-04")  # it is there as 4-3-1997
    if name == "docbin" or name == "spacy-folder":
        silent.discard("Steuern  fallen")  # its tokens are: with the spaces between
    assert silent == set()


@each_format
def test_reported_details_are_the_missing_ones(tmp_path, name):
    made, report = export(tmp_path, name, article())
    needles = {reason: needle for needle, (reason, *_) in NEEDLES.items() if reason.startswith("detail:")}
    del needles["detail:text"]  # what is labelled is quoted by formats that have no text
    missing = {f"detail:{loss.id}" for loss in report.losses if loss.reason == "detail"}
    assert [reason for reason in sorted(missing & needles.keys()) if needles[reason] in made] == []
    assert ("detail:excluded" in missing) is (exporter(name).holds.details is not None)


def test_detail_is_reported_once_with_article_count(tmp_path):
    bare = Annotated(document=document(2, "Nichts."))
    other = replace(article(), document=replace(article().document, id=hex_id(3), author=None))
    report = exporter("conll").preflight([bare, article(), other], Options())
    told = {loss.id: loss.count for loss in report.losses if loss.reason == "detail"}
    assert told == {
        "author": 1,
        "excluded": 2,
        "language": 3,
        "meta.desk": 2,
        "origin": 2,
        "published": 2,
        "publisher": 2,
        "split": 2,
        "text": 3,
        "title": 3,
        "url": 2,
    }
    author = next(loss for loss in report.losses if loss.id == "author")
    assert (author.row, author.document, author.quote, author.start, author.end) == (
        "detail",
        hex_id(1),
        "needletitle",
        0,
        len(TEXT),
    )
    assert author.sentence == "Not written: author (articles: 1). Use Spanwright’s own JSONL to keep it."
    assert report.besides["detail"] == 11


def test_article_without_claims_is_reported():
    bare = Annotated(document=document(2, "Nichts.", author="A. B."))
    for name in ("averitec", "claim-cards", "claim-review", "dossier-html", "dossier-markdown"):
        report = exporter(name).preflight([bare, bare], Options())
        assert [(loss.id, loss.count) for loss in report.losses] == [("article", 2)]


def test_split_is_not_a_loss_if_files_show_it():
    for split, told in ((None, True), ("80/10/10", False)):
        report = exporter("conll").preflight([article()], Options(split=split))
        assert any(loss.id == "split" for loss in report.losses) is told


def relation(number, label, head, tail, **fields):
    fields = {"annotator": "ada", **fields}
    return Relation(id=hex_id(number), label=label, head=hex_id(head), tail=hex_id(tail), **fields)


THEIRS = Elsewhere(  # in the same article, but somebody else's
    id=hex_id(91),
    document=hex_id(1),
    title="needletitle",
    publisher=None,
    url=None,
    published=None,
    quote="Grausam",
    sentences=(0, 1),
)


@each_format
def test_relation_from_other_annotators_span_is_reported(tmp_path, name):
    joined = replace(article(), relations=(*article().relations[:1], relation(31, "repeats", 90, 13)))
    made, report = export(tmp_path, name, joined)
    (loss,) = (loss for loss in report.losses if loss.row == "relation" and loss.id == hex_id(31))
    assert (loss.id, loss.reason, loss.quote) == (hex_id(31), "relation_annotators", "needletitle")
    assert hex_id(31) not in made


@each_format
@pytest.mark.parametrize("label", ["claimant", "cue", "evidence", "repeats"])
def test_relation_to_other_annotators_span(tmp_path, name, label):
    joined = replace(article(), relations=(*article().relations[:1], relation(31, label, 13, 91)), elsewhere=(THEIRS,))
    made, report = export(tmp_path, name, joined)
    told = {loss.reason for loss in report.losses if loss.row == "relation" and loss.id == hex_id(31)}
    if exporter(name).holds.relations and not told:
        assert hex_id(91) in made.replace("-", "") or "Grausam" in made.replace(TEXT, "")
    else:
        assert told & {"relation", "relation_annotators", "relation_kind"}


@each_format
def test_relation_annotator_is_reported_for_claim_formats(tmp_path, name):
    spans = tuple(replace(span, annotator="somebody") for span in article().spans)
    joined = replace(article(), spans=spans, relations=(relation(31, "cue", 13, 11, annotator="needlewho"),))
    joined = replace(joined, labels=(), states=(), sentences=())
    made, report = export(tmp_path, name, joined)
    assert "needlewho" in made or any(loss.row == "relation" for loss in report.losses)


@each_format
def test_doubt_is_in_file_or_reported(tmp_path, name):
    spans = tuple(replace(span, doubt=span.layer == "claims", note="") for span in article().spans)
    sure = tuple(replace(span, note="") for span in article().spans)
    made, report = export(tmp_path, name, replace(article(), spans=spans))
    plain, before = export(tmp_path, name, replace(article(), spans=sure))
    assert made != plain or reasons(report) != reasons(before) or {"attributes", "fields"} & reasons(report)


def test_values_unknown_to_claim_formats_are_reported():
    def told(name, **attributes):
        known = {"verdict": "refuted", "worthiness": "CFS", **attributes}
        claim = replace(article().spans[2], attributes=known, note="")
        report = exporter(name).preflight([replace(article(), spans=(*article().spans[:2], claim))], Options())
        return any(loss.reason == "fields" for loss in report.losses)

    assert told("averitec", claim_type="numerical", worthiness=None) is False
    assert told("averitec", claim_type="poetical", worthiness=None) is True
    assert told("claim-review", claimant_kind="entity", worthiness=None) is False
    assert told("claim-review", claimant_kind="unnamed", worthiness=None) is True
    assert told("checkthat", verdict=None) is False
    assert told("checkthat", verdict=None, worthiness="UFS") is True


def test_fever_reports_evidence_it_cannot_hold():
    cited = [{"quote": "Er stieg."}]
    for verdict, silent in (("refuted", True), ("not_enough_evidence", False)):
        claim = replace(article().spans[2], attributes={"verdict": verdict, "citations": cited}, note="")
        joined = replace(article(), spans=(*article().spans[:2], claim), relations=(relation(31, "evidence", 13, 12),))
        found = reasons(exporter("fever").preflight([joined], Options()))
        assert found.isdisjoint({"fields", "relation_kind"}) is silent


def test_lost_suggestion_relations_are_reported():
    gapped = replace(article().suggestions[0], id=hex_id(42), parts=((0, 7), (8, 13)), relations=(), rule=None)
    joined = replace(article(), suggestions=(gapped, *article().suggestions))
    report = exporter("label-studio").preflight([joined], Options(suggestions=True))
    told = {(loss.id, loss.reason, loss.kind) for loss in report.losses if loss.row == "suggestion"}
    assert told == {(hex_id(42), "suggestion", "lost"), (hex_id(41), "suggestion_relations", "changed")}


def test_dossier_shows_doubt_and_missing_claimant(tmp_path):
    claim = replace(article().spans[2], attributes={"claimant_kind": "unnamed"}, doubt=True)
    joined = replace(article(), spans=(*article().spans[:2], claim), relations=())
    for name in ("dossier-html", "dossier-markdown"):
        made, _ = export(tmp_path, name, joined)
        assert "Zweifel" in made
        assert "ohne Namen" in made
