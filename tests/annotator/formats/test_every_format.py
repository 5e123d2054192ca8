"""The promises of all formats: the same rich article into each of them and back."""

import json
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.fit import Options
from annotator.formats.problem import Problem
from annotator.formats.registry import EXPORTERS, HELD, IMPORTERS, describe, exporter, importer, importer_for, names
from annotator.model.values import Relation
from annotator.system.errors import AnnotatorError
from tests.annotator.formats.at_hand import BOTH, WRITTEN
from tests.annotator.formats.checked import checked, full
from tests.annotator.formats.reading import NEWS, SCHEMA, linked, read, said
from tests.annotator.formats.texts import TEXT, document, hex_id, rich, span

LOSSLESS = {"jsonl"}


def article(name):
    """Return the article that best shows a format's losses."""
    return full() if exporter(name).holds.claims is None else checked()


PLAIN = replace(rich(), document=document(2, "Nichts steht hier."), spans=(), relations=(), labels=(), suggestions=())
PLAIN = replace(PLAIN, identities=(), sentences=(), states=(), split=None)

TOKENS = {"discontinuous", "token_edges", "white_space", "white_space_only"}
FLAT = {*TOKENS, "annotator", "attributes", "document_label", "overlap", "relation"}
CLAIMS = {"document_label", "no_claim", "relation_kind"}
DOSSIER = {"document_label", "no_claim", "served", "relation_across", "relation_annotator", "relation_attributes"}
APART = {"identity", "discontinuous", "document_label", "relation_across", "relation_annotators", "relation_end"}
TRAINED = {*CLAIMS, "claim_needs", "annotator", "fields"}
PROMISED = {  # why rows of the rich article are not in a file, or changed
    "argilla": {"attributes", "discontinuous", "relation"},
    "averitec": {*TRAINED, "served", "relation_across", "relation_attributes"},
    "bioc-json": {"identity", "document_label", "relation_across"},
    "bioc-xml": {"identity", "document_label", "relation_across"},
    "brat": {
        *("annotator", "document_label", "relation_across", "relation_annotator", "relation_attributes"),
        *("white_space", "white_space_only"),
    },
    "cas-json": {"identity", "discontinuous", "document_label", "relation_across", "relation_end"},
    "cas-xmi": {"identity", "discontinuous", "document_label", "relation_across", "relation_end"},
    "checkthat": TRAINED,
    "claim-cards": DOSSIER,
    "claim-cards-xlsx": DOSSIER,
    "claim-review": {*CLAIMS, "served", "claim_needs", "fields", "relation_across", "relation_attributes"},
    "conll": FLAT,
    "conllu": FLAT,
    "csv": {"identity", "document_label", "relation"},
    "docbin": {*TOKENS, "flat_view", "relation_end"},
    "spacy-folder": {*TOKENS, "flat_view", "relation_end"},
    "doccano": {"annotator", "attributes", "discontinuous", "document_label", "relation"},
    "doccano-relations": {
        *("annotator", "attributes", "discontinuous", "document_label"),
        *("relation_across", "relation_annotator", "relation_attributes", "relation_end"),
    },
    "dossier-html": DOSSIER,
    "dossier-markdown": DOSSIER,
    "fever": {*TRAINED, "relation_across"},
    "gate-bdoc": APART,
    "gate-xml": APART,
    "gliner": {*TOKENS, "annotator", "attributes", "document_label", "relation"},
    "huggingface": {*TOKENS, "identity", "flat_view", "relation_across", "relation_attributes", "relation_end"},
    "huggingface-parquet": {*TOKENS, "identity", "flat_view", "relation_across", "relation_attributes", "relation_end"},
    "jsonl": set(),
    "label-studio": {
        *("discontinuous", "identity", "relation_across", "relation_annotators", "relation_attributes", "relation_end"),
    },
    "polnear": {*TRAINED, "served", "relation_annotator", "white_space", "relation_attributes"},
    "pubannotation": {
        *("identity", "document_label", "relation_across", "relation_annotator", "relation_attributes"),
    },
    "qdpx": {
        *("identity", "discontinuous", "document_label"),
        *("relation_across", "relation_annotator", "relation_attributes", "relation_end"),
    },
    "tsv": {"identity", "document_label", "relation"},
    "web-annotation": {"identity"},
    "webanno": {
        *("identity", "discontinuous", "document_label", "white_space", "white_space_only"),
        *("relation_across", "relation_annotator", "relation_attributes", "relation_end"),
    },
    "xlsx": {"identity"},
    "prodigy": {*TOKENS, "identity", "relation_across", "relation_attributes", "relation_end"},
}

each_format = pytest.mark.parametrize("name", sorted(WRITTEN))
each_pair = pytest.mark.parametrize("name", BOTH)


def files(target):
    """Return the content of all files at the target and next to it."""
    paths = sorted(path for path in target.parent.rglob("*") if path.is_file())
    for path in paths:
        name = path.relative_to(target.parent).as_posix()
        if is_zipfile(path):
            with ZipFile(path) as archive:
                yield from ((f"{name}/{member}", archive.read(member)) for member in archive.namelist())
        else:
            yield name, path.read_bytes()


def target_of(name, tmp_path):
    (tmp_path / "made").mkdir(parents=True, exist_ok=True)
    return tmp_path / "made" / f"rich{exporter(name).suffix}"


def readable(target):
    """Return the files to read again."""
    return [target] if target.is_file() else [path for path in sorted(target.rglob("*")) if importer_for(path)]


def read_all(name, target, options=NEWS):
    found = [read(name, path, options) for path in readable(target)]
    return [entry for entries, _ in found for entry in entries], [p for _, problems in found for p in problems]


@each_format
def test_written_changed_and_lost_add_up(tmp_path, name):
    stream = [article(name), PLAIN]
    options = Options(schema=SCHEMA)
    report = exporter(name).write(stream, target_of(name, tmp_path), options)
    assert report == exporter(name).preflight(stream, options)
    assert report.written + report.changed + report.lost == report.spans == len(article(name).spans)
    progress = set() if exporter(name).holds.progress else {"document_state", "sentence_mark"}
    details = set() if exporter(name).holds.details is None else {"detail"}
    lost = {loss.reason for loss in report.losses}
    promised = PROMISED.get(name, set())
    assert lost == promised | progress | details, f'PROMISED["{name}"] has to be {sorted(lost - progress - details)}'
    assert report.written > 0 or promised & {"annotator", "fields"}


@each_format
def test_formats_lose_nothing_that_they_hold(name):
    holds = describe(name)["holds"]
    assert set(holds) == set(HELD)
    lost = PROMISED.get(name, set())
    said_of = {
        "overlap": "overlap",
        "discontinuous": "discontinuous",
        "white_space": "white_space",
        "any_edges": "token_edges",
        "relations": "relation",
        "attributes": "attributes",
        "annotators": "annotator",
        "labels": "document_label",
    }
    claims = exporter(name).holds.claims
    if claims is not None:
        assert holds["relations"] == (claims.relations != frozenset())
        said_of |= {"attributes": "fields"}
        del said_of["relations"]
    wrong = [held for held, reason in said_of.items() if holds[held] != (reason not in lost)]
    assert wrong == [], f'`holds` of {name} and PROMISED["{name}"] contradict each other'


LAYERED = [name for name in sorted(WRITTEN) if exporter(name).holds.layers and exporter(name).holds.claims is None]


@pytest.mark.parametrize("name", LAYERED)
def test_same_label_of_another_layer_gives_another_file(tmp_path, name):
    made = []
    for layer in ("entities", "attribution"):
        one = replace(PLAIN, spans=(span(1, "Nichts", layer=layer, label="PER", text=PLAIN.document.text),))
        target = target_of(name, tmp_path / layer)
        exporter(name).write([one], target, Options(schema=SCHEMA))
        made.append(dict(files(target)))
    assert made[0] != made[1], f"{name} writes no layer: set `layers=False` in its `Capabilities`"


@pytest.mark.parametrize("name", [name for name in sorted(EXPORTERS) if not exporter(name).needs])
def test_file_matches_golden_file(tmp_path, golden, name):
    if name in {"docbin", "jsonl", "spacy-folder", "xlsx", "claim-cards-xlsx"}:
        pytest.skip("has golden files or tests of its own")
    target = target_of(name, tmp_path)
    exporter(name).write([article(name), PLAIN], target, Options(schema=SCHEMA, suggestions=True))
    content = b"".join(b"=== %s\n%s\n" % (path.encode(), found) for path, found in files(target))
    golden(f"formats/{name}.txt", content)


@each_pair
def test_unchanged_spans_round_trip(tmp_path, name):
    target = target_of(name, tmp_path)
    report = exporter(name).write([full(), PLAIN], target, Options(schema=SCHEMA))
    found, problems = read_all(name, target)
    assert [problem.sentence for problem in problems] == []
    back = next(entry for entry in found if entry.spans)
    assert len(back.spans) == report.written + report.changed
    holds = exporter(name).holds
    if back.document.text != TEXT:
        assert not holds.white_space  # a format of tokens has none of the text between them
        return
    assert [entry.document.text for entry in found] == [TEXT, PLAIN.document.text]
    touched = {loss.id for loss in report.losses if loss.reason not in {"annotator", "attributes"}}
    kept = replace(full(), spans=tuple(s for s in full().spans if s.id not in touched))
    what = {"attributes": holds.attributes, "annotators": holds.annotators}
    assert [row for row in said(kept, **what) if row not in said(back, **what)] == []
    lost = {loss.id for loss in report.losses if loss.kind == "lost"}
    assert len(back.relations) == len([r for r in full().relations if r.id not in lost])


@each_pair
def test_recognises_file_by_suffix_and_signs(tmp_path, name):
    target = target_of(name, tmp_path)
    exporter(name).write([full()], target, Options(schema=SCHEMA))
    found = importer_for(readable(target)[0])
    assert found is importer(name)


TEXTS = st.text(
    st.one_of(
        st.sampled_from("a ö\u0308🤗\u00a0\t\n\u2028\u0085\ufeff;|\\*[]'\"<&=@-"),
        st.characters(exclude_categories=["C"]),
    ),
    max_size=40,
).map(lambda text: f"K{text} Köln")


@st.composite
def articles(draw):
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
    # the same label twice on the same words is read as one
    ranges = draw(st.lists(places, max_size=5, unique_by=lambda place: place[0]))
    spans = [
        span(
            number + 1,
            "Köln",
            text=text,
            layer=layer,
            label=label,
            parts=((start, min(len(text), start + length)),),
            attributes=draw(st.dictionaries(st.sampled_from(["topic", "mine"]), TEXTS, max_size=2)),
            note=draw(st.just("") | TEXTS),
        )
        for number, (start, length) in enumerate(ranges)
        for layer, label in [draw(st.sampled_from([("entities", "PER"), ("claims", "CLAIM")]))]
    ]
    relations = [
        Relation(id=hex_id(100 + number), label="repeats", head=one.id, tail=spans[0].id, annotator="ada")
        for number, one in enumerate(spans)
    ]
    return replace(
        PLAIN,
        document=document(1, text),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))),
        relations=tuple(relations),
    )


@each_pair
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(annotated=articles())
def test_any_article_round_trip(tmp_path_factory, name, annotated):
    target = target_of(name, tmp_path_factory.mktemp("any"))
    report = exporter(name).write([annotated], target, Options(schema=SCHEMA))
    backs, problems = read_all(name, target, replace(NEWS, utf16=True if name == "doccano" else None))
    assert [problem.sentence for problem in problems if problem.code != "row.same"] == []  # on the same tokens
    assert sum(len(entry.spans) for entry in backs) + len(problems) == report.written + report.changed
    (back,) = backs or [PLAIN]
    if back.document.text == annotated.document.text and not report.losses:
        holds = exporter(name).holds
        assert said(back) == said(annotated) or not (holds.attributes and holds.annotators)
        assert linked(back) == linked(annotated)


@each_pair
def test_damaged_file_gives_problems(tmp_path, name):
    target = target_of(name, tmp_path)
    exporter(name).write([full(), PLAIN], target, Options(schema=SCHEMA))
    path = readable(target)[0]
    content = path.read_bytes()
    patches = st.binary(max_size=6) | st.sampled_from([b"\xef\xbb\xbf", b"\0", b"-1", b"\t", b"\n", b"<", b"}"])

    @settings(max_examples=40)
    @given(st.integers(0, len(content)), patches, st.integers(0, 50))
    def damage(at, patch, gap):
        path.write_bytes(content[:at] + patch + content[at + gap :])
        found = []
        with suppress(AnnotatorError):  # which is a sentence
            found = list(importer(name).read(path, NEWS))
        for entry in found:
            if isinstance(entry, Problem):
                assert entry.sentence
            else:
                for one in entry.spans:
                    SCHEMA.require_label(one.layer, one.label)
                    assert 0 <= one.start < one.end <= len(entry.document.text)

    damage()


ODD = [None, True, -1, 10**15, 1.5, "", "x", "=a/b", [], {}, [1], [[1, 2]], [["a", {}]], {"a": 1}, [None], {"id": [1]}]


def places(value, above=()):
    """Yield the path to each value inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in inner:
        yield (*above, key)
        yield from places(entry, (*above, key))


JSON = "argilla bioc-json doccano gliner huggingface jsonl label-studio prodigy pubannotation web-annotation".split()


@pytest.mark.parametrize("name", JSON)
def test_odd_value_anywhere_gives_problems(tmp_path, name):
    target = target_of(name, tmp_path)
    exporter(name).write([full()], target, Options(schema=SCHEMA, suggestions=True))
    path = readable(target)[0]
    content = path.read_text("utf-8")
    record = json.loads(content)[0] if content.startswith("[") else json.loads(content)
    shapes = {tuple("" if isinstance(key, int) else key for key in way): way for way in places(record)}
    for way in shapes.values():  # one of each kind
        for odd in ODD:
            changed = deepcopy(record)
            inner = changed
            for key in way[:-1]:
                inner = inner[key]
            inner[way[-1]] = odd
            path.write_text(json.dumps(changed), "utf-8")
            for entry in importer(name).read(path, NEWS):
                assert not isinstance(entry, Problem) or entry.sentence


def test_every_format_is_described():
    assert sorted({*EXPORTERS, *IMPORTERS}) == names()
    assert set(PROMISED) == set(EXPORTERS), "give each format in `_OUT` of the registry a line in PROMISED"
    for name in names():
        assert describe(name)["title"]


def test_split_puts_each_article_in_one_split(tmp_path):
    stream = [replace(PLAIN, document=document(number, f"Nichts steht hier, {number}.")) for number in range(1, 11)]
    for name in sorted(WRITTEN):
        report = exporter(name).write(stream, tmp_path / name, Options(split="60/20/20", schema=SCHEMA))
        assert report.splits == (("train", 6), ("dev", 2), ("test", 2))
        assert (tmp_path / name).is_dir()
