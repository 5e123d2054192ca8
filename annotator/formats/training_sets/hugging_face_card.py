"""The card of a Hugging Face dataset: column types for programs, counts for people.

Source: https://huggingface.co/docs/hub/datasets-cards
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.census import Census
from annotator.formats.shared.token_columns import OUTSIDE
from annotator.formats.training_sets.statement import sections
from annotator.model.values import ENTITIES

_LARGEST = 1 << 20  # bytes of a card
_NAMES = re.compile(r"class_label:\s*\n\s*names:\s*\n((?:[ ]+['\"]?\d+['\"]?:.*\n)+)")
_NAME = re.compile(r"^\s+['\"]?\d+['\"]?:\s*(.*?)\s*$", re.MULTILINE)
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
"""The columns with lists of objects: the types of their fields."""


class Counts:
    """Counts and classes of a dataset, updated while it is written."""

    def __init__(self, options: Options) -> None:
        self.census = Census()
        self.schema = options.schema
        flat = ENTITIES if not options.layers or ENTITIES in options.layers else options.layers[0]
        labels = options.schema.labels if options.schema else ()
        self._chunks = {label.id for label in labels if label.layer == flat and label.active}

    @property
    def classes(self) -> list[str]:
        """The classes of tokens: outside first, then sorted, the same for all splits."""
        return [OUTSIDE, *sorted(f"{prefix}-{label}" for label in self._chunks for prefix in "BI")]

    def add(self, fitted: Fitted, split: str) -> None:
        """Count an article."""
        self.census.add(fitted, split)
        self._chunks.update(span.label for span in fitted.flat)


def write_card(counts: Counts, files: Mapping[str, str]) -> str:
    """Return the card; ``files`` maps each split to its file."""
    return "\n".join([*_front(counts, files), *_body(counts, list(files)), ""])


def card_names(path: Path) -> list[str]:
    """Return the classes named in a card, [] if there is none."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return []
    found = _NAMES.search(text)
    return [name.strip("'\"") for name in _NAME.findall(found[1])] if found else []


def _front(counts: Counts, files: Mapping[str, str]) -> Iterator[str]:
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


def _body(counts: Counts, splits: Sequence[str]) -> Iterator[str]:
    yield from ("# News articles with labelled words", "")
    yield "Written by Spanwright. Fill in where the articles come from, who may use them, and the license above."
    yield from ("", "## Columns", "")
    yield "- `tokens`, `ner_tags`: spaCy's tokens without white space, and IOB2 chunks that do not overlap."
    yield "- `text`, `spans`: the article as it is; ends are Unicode code points, the end exclusive. Spans may overlap."
    yield "- `relations`: `head` and `tail` are ids of spans. `labels`: of the whole article."
    yield "- `attributes` of a span: a JSON object."
    yield from sections(counts.census, splits, counts.schema)
