"""The answers in a package for practice, stored as JSON in its setting."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.model.json_rows import relation_from, relation_to, span_from, span_to
from annotator.model.values import GOLD, Annotated, DocumentLabel, DocumentState, Relation, Span, State
from annotator.system.errors import AnnotatorError, StoreError

PASS_MARK = 80  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeAnswers:
    """The answers of a package for practice, by document id, and the F-score in percent that is needed to pass.

    ``labels`` are those of whole articles, as (label, value); packages from before version 0.8 lack them.
    """

    pass_mark: int = PASS_MARK
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    relations: Mapping[str, Sequence[Relation]] = field(default_factory=dict)
    labels: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    def beside(self, own: Annotated) -> Annotated:
        """Return a document that has both a person's own labels and the answers, as labels of `GOLD`."""
        id_, length = own.document.id, len(own.document.text)
        known = self.labels.get(id_)
        labels = [DocumentLabel(document=id_, annotator=GOLD, label=one, value=value) for one, value in known or ()]
        fitting = (row for row in self.spans.get(id_, ()) if row.end <= length)  # the file may be altered
        return Annotated(
            document=own.document,
            spans=(*own.spans, *fitting),
            relations=(*own.relations, *self.relations.get(id_, ())),
            labels=(*own.labels, *labels) if known is not None else (),
            states=(*own.states, DocumentState(document=id_, annotator=GOLD, state=State.DONE)),
        )


def dumps(found: Sequence[Annotated], annotator: str, pass_mark: int) -> str:
    """Return an annotator's spans, relations and labels of whole documents, as JSON of answers."""
    articles = {
        each.document.id: {
            "spans": [
                {**span_to(row), "annotator": GOLD, "note": ""} for row in each.spans if row.annotator == annotator
            ],
            "relations": [
                {**relation_to(row), "annotator": GOLD} for row in each.relations if row.annotator == annotator
            ],
            "labels": sorted([row.label, row.value] for row in each.labels if row.annotator == annotator),
        }
        for each in found
    }
    return json.dumps({"pass_mark": pass_mark, "articles": articles}, ensure_ascii=False, sort_keys=True)


def loads(written: str | None, *, file: str) -> PracticeAnswers | None:
    """Read the answers of a package from JSON, or return None if it has none.

    Raises:
        StoreError: ``package.broken``.
    """
    if written is None:
        return None
    try:
        value: Any = json.loads(written)
        mark, articles = value["pass_mark"], dict(value["articles"])
        if isinstance(mark, bool) or not isinstance(mark, int) or not 1 <= mark <= 100:
            raise ValueError("no pass mark")
        return PracticeAnswers(
            pass_mark=mark,
            spans={id_: _spans(each, id_) for id_, each in articles.items()},
            relations={id_: [relation_from(row) for row in each["relations"]] for id_, each in articles.items()},
            labels={id_: _labels(each["labels"]) for id_, each in articles.items() if "labels" in each},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AnnotatorError) as error:
        raise StoreError("package.broken", file=file) from error


def _labels(value: Sequence[Any]) -> list[tuple[str, str]]:
    found = [(label, value) for label, value in value]
    if not all(isinstance(word, str) for pair in found for word in pair):
        raise TypeError("a name is no text")
    return found


def _spans(value: Mapping[str, Any], document: str) -> list[Span]:
    found = [span_from(row, document) for row in value["spans"]]
    if not all(isinstance(word, str) for row in found for word in (row.id, row.layer, row.label)):
        raise TypeError("a name is no text")
    return found
