"""A Hugging Face dataset for token classification: JSON lines per split, and a card with the types.

Labels are written by name, and the card declares one list of classes for all splits: with a list per split, a number
could stand for different labels.
Source: https://huggingface.co/docs/datasets/repository_structure; datasets 3.6 and 5.2.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import compress
from pathlib import Path
from typing import IO, Any

from annotator.editing.splitting import DEV, SPLITS, TEST, TRAIN
from annotator.formats.base import Census, Exporter, FileLayout, Importer, Put, ReadOptions
from annotator.formats.capabilities import Capabilities, TrainingLimits
from annotator.formats.fit import Fitted, Options
from annotator.formats.pieces import in_pieces
from annotator.formats.problem import Problem
from annotator.formats.shared.json_fields import Fields, ReportProblem, UnusableRow
from annotator.formats.shared.json_records import json_line, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import FACTS, facts_from, facts_to, span_facts_to, value_from_text
from annotator.formats.shared.tokens.token_columns import OUTSIDE, iob2, joined, places_in, rows
from annotator.formats.shared.tokens.training_tokens import places
from annotator.formats.training_sets.statement import sections
from annotator.model.values import ENTITIES, Annotated, Span

_LARGEST = 1 << 20  # bytes of a card
_NAMES = re.compile(r"class_label:\s*\n\s*names:\s*\n((?:[ ]+['\"]?\d+['\"]?:.*\n)+)")
_NAME = re.compile(r"^[ ]+['\"]?\d+['\"]?:(.*)$", re.MULTILINE)
WORDS = ("title", "language", "publisher", "author", "url", "published", "id", "text")
"""The columns with strings."""
STRUCTS = {
    "spans": {
        "id": "string",
        "label": "string",
        "start": "int64",
        "end": "int64",
        "note": "string",
        "doubt": "bool",
        "layer": "string",
        "annotator": "string",
        "attributes": "string",
    },
    "relations": {"label": "string", "head": "string", "tail": "string", "annotator": "string"},
    "labels": {"label": "string", "value": "string", "annotator": "string"},
}
"""The columns with lists of objects, each with the types of the objects' fields."""


class DatasetCounts:
    """A dataset's counts and classes, updated while it is written."""

    def __init__(self, options: Options) -> None:
        self.census = Census()
        self.schema = options.schema
        flat = ENTITIES if not options.layers or ENTITIES in options.layers else options.layers[0]
        labels = options.schema.labels if options.schema else ()
        self._chunks = {label.id for label in labels if label.layer == flat and label.active}

    @property
    def classes(self) -> list[str]:
        """The token classes: "O" first, then sorted, the same for all splits."""
        return [OUTSIDE, *sorted(f"{prefix}-{label}" for label in self._chunks for prefix in "BI")]

    def add(self, fitted: Fitted, split: str) -> None:
        """Count an article."""
        self.census.add(fitted, split)
        self._chunks.update(span.label for span in fitted.flat)


def write_card(counts: DatasetCounts, files: Mapping[str, str]) -> str:
    """Return the card; ``files`` maps each split to its file."""
    return "\n".join([*_front(counts, files), *_body(counts, list(files)), ""])


def card_names(path: Path) -> list[str]:
    """Return the classes named in a card, [] if there is none."""
    if not path.is_file():  # a pipe would block
        return []
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return []
    found = _NAMES.search(text)
    return [name.strip().strip("'\"") for name in _NAME.findall(found[1])] if found else []


def _front(counts: DatasetCounts, files: Mapping[str, str]) -> Iterator[str]:
    yield "---"
    languages = sorted(language for language in counts.census.languages if language != "other")
    if languages:
        yield "language:"
        yield from (f"- {language}" for language in languages)
    yield from ("license: unknown", "task_categories:", "- token-classification")
    yield from ("configs:", "- config_name: default", "  data_files:")
    for split, path in files.items():
        yield from (f"  - split: {split}", f"    path: {path}")
    yield from ("dataset_info:", "  features:")
    for name in WORDS[:-1]:  # the text follows its tokens
        yield from (f"  - name: {name}", "    dtype: string")
    yield from ("  - name: tokens", "    sequence: string")
    yield from ("  - name: ner_tags", "    sequence:", "      class_label:", "        names:")
    yield from (f"          '{number}': {json.dumps(name)}" for number, name in enumerate(counts.classes))
    yield from ("  - name: text", "    dtype: string")
    for name, fields in STRUCTS.items():
        yield from (f"  - name: {name}", "    list:")
        for field, kind in fields.items():
            yield from (f"    - name: {field}", f"      dtype: {kind}")
    yield from ("---", "")


def _body(counts: DatasetCounts, splits: Sequence[str]) -> Iterator[str]:
    yield from ("# News articles with labelled words", "")
    yield "Written by Spanwright. Fill in where the articles come from, who may use them, and the license above."
    yield from ("", "## Columns", "")
    yield "- `tokens`, `ner_tags`: spaCy's tokens without white space, and IOB2 chunks that do not overlap."
    yield "- `text`, `spans`: the article as it is; ends are Unicode code points, the end exclusive. Spans may overlap."
    yield "- `relations`: `head` and `tail` are ids of spans. `labels`: of the whole article."
    yield "- `attributes` of a span: a JSON object."
    yield from sections(counts.census, splits, counts.schema)


_TITLE = "Hugging Face token classification"
HUB_NAMES = {"": "train", TRAIN: "train", DEV: "validation", TEST: "test"}
CARD = "README.md"


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    splits = [""] if options.split is None else list(SPLITS)
    counts = DatasetCounts(options)
    (path / "data").mkdir(exist_ok=True)
    with ExitStack() as files:
        opened: dict[str, IO[str]] = {}
        for split in splits:
            file = (path / "data" / f"{HUB_NAMES[split]}.jsonl").open("w", encoding="utf-8", newline="\n")
            opened[split] = files.enter_context(file)

        def put(fitted: Fitted) -> None:
            for piece in in_pieces(fitted):
                counts.add(piece, HUB_NAMES[fitted.split])
                opened[fitted.split].write(json_line(row_of(piece)))

        yield put
    names = {HUB_NAMES[split]: f"data/{HUB_NAMES[split]}.jsonl" for split in splits}
    (path / CARD).write_text(write_card(counts, names), "utf-8", newline="\n")


def row_of(fitted: Fitted) -> dict[str, Any]:
    """Return an article as a row of the dataset; its chunk tags are names."""
    annotated, doc = fitted.annotated, fitted.doc
    if doc is None:
        raise TypeError("token classification needs tokens")
    text = annotated.document.text
    starts, ends, spaces = places(doc)
    words = [not space for space in spaces]
    return {
        **dict.fromkeys(FACTS, ""),
        **facts_to(annotated.document),
        "tokens": [text[start:end] for start, end in compress(zip(starts, ends, strict=True), words)],
        "ner_tags": [*compress(iob2(doc, fitted.flat), words)],
        "text": text,
        "spans": [_span(span) for span in annotated.spans],
        "relations": [
            {"label": r.label, "head": r.head, "tail": r.tail, "annotator": r.annotator} for r in annotated.relations
        ],
        "labels": [{"label": v.label, "value": v.value, "annotator": v.annotator} for v in annotated.labels],
    }


def _span(span: Span) -> dict[str, Any]:
    """Return a span with all fields, so that all rows have the same columns."""
    empty = {"note": "", "doubt": False}
    facts = {**empty, **span_facts_to(span), "attributes": json.dumps(dict(span.attributes), ensure_ascii=False)}
    return {"id": span.id, "label": span.label, "start": span.start, "end": span.end, **facts}


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    yield from reader(partial(convert, names=names_for(path)))(path, options)


def names_for(path: Path) -> list[str]:
    """Return the classes named in the card of a file's dataset, or []."""
    return next((found for folder in (path.parent, path.parent.parent) if (found := card_names(folder / CARD))), [])


def convert(
    row: dict[str, Any], options: ReadOptions, report: ReportProblem, names: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield a row's record; numeric chunk tags index ``names``."""
    del options
    fields = Fields(row, "", report)
    known = {"tokens", "ner_tags", "tags", "text", "spans", "relations", "labels"}
    record = facts_from({name: value for name, value in row.items() if name not in known and value != ""})
    if isinstance(row.get("text"), str) and isinstance(row.get("spans"), list):
        spans = [_from_span(entry.value) for entry in fields.objects("spans")]
        rest = {name: row.get(name) or [] for name in ("relations", "labels")}
        yield {**record, "text": row["text"], "spans": spans, **rest}
        return
    tokens, column = _tagged(fields, names)
    text, places = joined([tokens])
    raw = row.get("text")
    if isinstance(raw, str) and (there := places_in(raw, [tokens])) is not None:
        text, places = raw, there
    elif raw:
        fields.report_rest([raw])
    for name in ("spans", "relations", "labels"):
        fields.report_rest(fields.entries(name))
    yield {**record, "text": text, "spans": rows(column, places)}


def _tagged(fields: Fields, names: list[str]) -> tuple[list[str], list[str]]:
    """Return the tokens that are more than white space, and their tags."""
    tokens = fields.entries("tokens")
    if not tokens or not all(isinstance(token, str) for token in tokens):
        raise UnusableRow("record.tokens")
    tags = fields.entries("ner_tags" if "ner_tags" in fields.value else "tags")
    if len(tags) != len(tokens):
        raise UnusableRow("record.tags", tokens=str(len(tokens)), tags=str(len(tags)))
    kept = [(token, _cell(tag, names)) for token, tag in zip(tokens, tags, strict=True) if token.strip()]
    if not kept:
        raise UnusableRow("record.text")
    return [token for token, _ in kept], [tag for _, tag in kept]


def _from_span(value: Any) -> dict[str, Any]:
    span = dict(value)
    if isinstance(span.get("attributes"), str):
        found = value_from_text(span["attributes"])
        span["attributes"] = found if isinstance(found, dict) else {}
    return span


def _cell(cell: Any, names: list[str]) -> str:
    if isinstance(cell, str):
        return cell
    if type(cell) is not int or not 0 <= cell < len(names):
        raise UnusableRow("record.names")
    return names[cell]


HUGGING_FACE_OUT = Exporter(
    name="huggingface",
    title=_TITLE,
    suffix="",
    holds=Capabilities(
        overlap=True,
        tokens=True,
        relations=True,
        attributes=True,
        annotators=True,
        labels=True,
        flat=ENTITIES,
        flat_follows=True,
        relation_annotators=True,
        details=USUAL,
        reach=TrainingLimits(units=510, letters=6),  # 512 subword tokens, including the two special ones
    ),
    open=_open,
    layout=FileLayout.DATASET,
)
HUGGING_FACE_IN = Importer(
    name="huggingface",
    title=_TITLE,
    suffixes=(".jsonl", ".json"),
    read=_read,
    signs=re.compile(r'(?<!\\)"ner_tags"\s*:'),
    settings=(CARD,),
)
