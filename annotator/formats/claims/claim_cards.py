"""CSV of claim cards: a row for each claim, with all its facts."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Put
from annotator.formats.claims.claim_facts import CITED, WHOLE_CLAIMS, Claim, Evidence, Gatherer
from annotator.formats.fit import Fitted, Options
from annotator.formats.plain.span_tables import column_separator, escaped
from annotator.model.values import CLAIMS
from annotator.system import packed

_FIRST = "claim quote sentence claimant cue object".split()
_HEAD = 1 << 12  # bytes, enough for the first columns
_LAST = "evidence related note doubt annotator title publisher published url start end id document more".split()


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    names, fields = card_columns(options)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.DictWriter(file, names, delimiter=column_separator(",", options), lineterminator="\r\n")
        rows.writeheader()

        def put(fitted: Fitted) -> None:
            for claim in Gatherer(fitted).claims():
                rows.writerow(escaped(card_row(claim, fields)))

        yield put


def card_columns(options: Options) -> tuple[list[str], list[str]]:
    """Return the columns of a table of claims, and those among them that are fields of the schema."""
    known = options.schema.attributes_of(CLAIMS) if options.schema is not None else ()
    fields = [attribute.id for attribute in known if attribute.id not in {*_FIRST, *_LAST, *CITED}]
    return [*_FIRST, *fields, *_LAST], fields


def holds_cards(path: Path) -> bool:
    """Return whether a file is a table of claim cards, whose rows are not articles."""
    with packed.opened(path) as file:
        head = file.read(_HEAD).decode("utf-8-sig", "replace")
    first = head.split("\n", 1)[0]
    return any([cell.strip('"') for cell in first.split(part)[: len(_FIRST)]] == _FIRST for part in ",;")


def card_row(claim: Claim, fields: list[str]) -> dict[str, Any]:
    """Return a claim's row in a table of claims; see `card_columns`."""
    span, document = claim.span, claim.document
    more = {name: value for name, value in span.attributes.items() if name not in {*fields, *CITED}}
    return {
        "claim": claim.text,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "claimant": claim.claimant.name if claim.claimant is not None else "",
        "cue": claim.cue,
        "object": claim.object,
        **{name: claim.value(name) for name in fields},
        "evidence": "\n".join(map(_cited, claim.evidence)),
        "related": "\n".join(f"{label}: {_cited(other)}" for label, other in claim.related),
        "note": span.note,
        "doubt": "yes" if span.doubt else "",
        "annotator": span.annotator,
        "title": document.title,
        "publisher": document.publisher or "",
        "published": document.published or "",
        "url": document.url or "",
        "start": span.start,
        "end": span.end,
        "id": span.id,
        "document": document.id,
        "more": json.dumps(more, ensure_ascii=False) if more else "",
    }


def _cited(evidence: Evidence) -> str:
    role = f"{evidence.role}: " if evidence.role else ""
    if not evidence.quote:
        return f"{role}{evidence.place}"
    return f"{role}“{evidence.quote}”" + (f" ({evidence.place})" if evidence.place else "")


CLAIM_CARDS_OUT = Exporter(
    name="claim-cards",
    title="CSV of claim cards",
    suffix=".csv",
    holds=WHOLE_CLAIMS,
    open=_open,
)
