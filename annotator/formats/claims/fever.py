"""FEVER's claims, one a line, and beside them the pages that their evidence stands in, in FEVER's form, too.

A page is an article, its name the article's id, a sentence of it a line; or a source that stands outside the project,
its name the address, each of the words cited from there a line. Numbers of claims are made of their ids, so that they
are the same each time. Evidence must show what the label says: what supports a refuted claim is not written.
Source: https://fever.ai/dataset/fever.html
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import EVIDENCE, Capabilities, ClaimsOnly
from annotator.formats.claims.claim_facts import (
    CITED,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    Claim,
    Evidence,
    Gatherer,
    number_of,
    one_line,
)
from annotator.formats.fit import Fitted, Options
from annotator.model.values import Document, Part

_NOT_ENOUGH = "NOT ENOUGH INFO"
_LABELS = {SUPPORTED: "SUPPORTS", REFUTED: "REFUTES", UNDECIDED: _NOT_ENOUGH}
_ROLES = {SUPPORTED: frozenset({"supports"}), REFUTED: frozenset({"refutes"})}


@dataclass(frozen=True, slots=True)
class _Cited:
    """The pages of sources outside the project, with the words cited from each, in order."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def place(self, page: str, quote: str) -> int:
        """Give the number of the line of a page on which words stand."""
        known = self.lines.setdefault(page, [])
        if quote not in known:
            known.append(quote)
        return known.index(quote)


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
        cited = _Cited()

        def put(fitted: Fitted) -> None:
            gatherer = Gatherer(fitted)
            pages.write(_line(_page(fitted.annotated.document, gatherer.sentences)))
            for claim in gatherer.claims():
                claims.write(_line(_record(claim, cited)))

        yield put
        for name, quotes in cited.lines.items():
            pages.write(_line({"id": name, "title": name, "text": " ".join(quotes), "lines": _numbered(quotes)}))


def _record(claim: Claim, cited: _Cited) -> dict[str, Any]:
    label, number = _LABELS[claim.value("verdict")], number_of(claim.span.id)
    return {
        "id": number,
        "verifiable": "NOT VERIFIABLE" if label == _NOT_ENOUGH else "VERIFIABLE",
        "label": label,
        "claim": claim.text,
        "evidence": _evidence(claim, cited) if label != _NOT_ENOUGH else [[[number, 0, None, None]]],
    }


def _evidence(claim: Claim, cited: _Cited) -> list[list[list[Any]]]:
    """Give sets of evidence: each is enough by itself, and all of its sentences are needed."""
    number, roles = number_of(claim.span.id), _ROLES[claim.value("verdict")]
    return [
        [[number, place, page, line] for line in lines]
        for place, evidence in enumerate(claim.evidence)
        if evidence.role is None or evidence.role in roles
        for page, lines in [_place(claim, evidence, cited)]
    ]


def _place(claim: Claim, evidence: Evidence, cited: _Cited) -> tuple[str, Sequence[int]]:
    """Give page and lines of evidence; words cited from nowhere have a page that is called as the claim is."""
    if evidence.document:
        return evidence.document, range(*evidence.sentences)
    page = evidence.url or str(number_of(claim.span.id))
    return page, [cited.place(page, evidence.quote)]


def _page(document: Document, sentences: Sequence[Part]) -> dict[str, str]:
    lines = _numbered([one_line(document.text[slice(*each)]) for each in sentences])
    return {"id": document.id, "title": document.title, "text": one_line(document.text), "lines": lines}


def _numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}\t{line}" for number, line in enumerate(lines))


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
            fields=frozenset({"claim_text", "verdict", *CITED}),
            relations=frozenset({EVIDENCE}),
            roles=_ROLES,
            needs=("verdict", frozenset(_LABELS)),
        ),
        details=frozenset({"title"}),
    ),
    open=_open,
)
