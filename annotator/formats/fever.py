"""FEVER's claims, one a line, and beside them the pages that their evidence stands in, in FEVER's form, too.

A page is an article, its name the article's id, a sentence of it a line. Numbers of claims are made of their ids, so
that they are the same each time. Evidence must show what the label says: what supports a refuted claim is not written,
nor is an address, which has no page.
Source: https://fever.ai/dataset/fever.html
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Put
from annotator.formats.claims import (
    EVIDENCE,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    Claim,
    Gatherer,
    number_of,
    one_line,
)
from annotator.formats.fit import Capabilities, ClaimsOnly, Fitted, Options
from annotator.model import Document, Part

_NOT_ENOUGH = "NOT ENOUGH INFO"
_LABELS = {SUPPORTED: "SUPPORTS", REFUTED: "REFUTES", UNDECIDED: _NOT_ENOUGH}


def pages_of(path: Path) -> Path:
    """Give the file of pages that belongs to a file of claims."""
    return path.with_suffix(f".pages{path.suffix}")


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    with (
        path.open("w", encoding="utf-8", newline="\n") as claims,
        pages_of(path).open("w", encoding="utf-8", newline="\n") as pages,
    ):

        def put(fitted: Fitted) -> None:
            gatherer = Gatherer(fitted)
            pages.write(_line(_page(fitted.annotated.document, gatherer.sentences)))
            for claim in gatherer.claims():
                claims.write(_line(_record(claim)))

        yield put


def _record(claim: Claim) -> dict[str, Any]:
    label = _LABELS[claim.value("verdict")]
    return {
        "id": number_of(claim.span.id),
        "verifiable": "NOT VERIFIABLE" if label == _NOT_ENOUGH else "VERIFIABLE",
        "label": label,
        "claim": claim.text,
        "evidence": _evidence(claim, found=label != _NOT_ENOUGH),
    }


def _evidence(claim: Claim, *, found: bool) -> list[list[list[Any]]]:
    """Give sets of evidence: each is enough by itself, and all of its sentences are needed."""
    number = number_of(claim.span.id)
    sets = [
        [[number, place, evidence.document, sentence] for sentence in range(*evidence.sentences)]
        for place, evidence in enumerate(claim.evidence)
        if evidence.document
    ]
    return sets if found else [[[number, 0, None, None]]]


def _page(document: Document, sentences: Sequence[Part]) -> dict[str, str]:
    lines = [f"{number}\t{one_line(document.text[slice(*each)])}" for number, each in enumerate(sentences)]
    return {"id": document.id, "title": document.title, "text": one_line(document.text), "lines": "\n".join(lines)}


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


FEVER_OUT = Exporter(
    name="fever",
    title="FEVER JSONL",
    suffix=".jsonl",
    holds=Capabilities(
        overlap=True,
        discontinuous=True,
        white_space=True,
        relations=True,
        relation_attributes=True,
        identities=True,
        claims=ClaimsOnly(
            fields=frozenset({"claim_text", "verdict"}),
            relations=frozenset({EVIDENCE}),
            roles={SUPPORTED: frozenset({"supports"}), REFUTED: frozenset({"refutes"})},
            needs=("verdict", frozenset(_LABELS)),
        ),
    ),
    open=_open,
)
