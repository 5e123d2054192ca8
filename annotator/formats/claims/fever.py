"""FEVER's claims, one a line, and a second file, in FEVER's form, of the pages with their evidence.

A page is an article, named by its id, with a line for each sentence; or a source outside the project, named by its
address, with a line for each quote. Claim numbers are derived from ids, so they never change. Evidence must match the
label: a refuted claim is written without supporting evidence.
Source: https://fever.ai/dataset/fever.html
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import EVIDENCE, ClaimsOnly
from annotator.formats.claims.claim_facts import (
    CITED,
    QUOTED_CLAIMS,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    Claim,
    Evidence,
    Gatherer,
    number_of,
)
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.json_records import json_line
from annotator.model.values import Document, Part
from annotator.text.normalization import one_line

_NOT_ENOUGH = "NOT ENOUGH INFO"
_LABELS = {SUPPORTED: "SUPPORTS", REFUTED: "REFUTES", UNDECIDED: _NOT_ENOUGH}
_ROLES = {SUPPORTED: frozenset({"supports"}), REFUTED: frozenset({"refutes"})}


@dataclass(frozen=True, slots=True)
class _Cited:
    """The pages of sources outside the project, with the quotes from each, in order."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def place(self, page: str, quote: str) -> int:
        """Return the line number of a quote on a page; a new quote is added."""
        known = self.lines.setdefault(page, [])
        if quote not in known:
            known.append(quote)
        return known.index(quote)


def pages_of(path: Path) -> Path:
    """Return the path of the file of pages that belongs to a file of claims."""
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
            pages.write(json_line(_page(fitted.annotated.document, gatherer.sentences)))
            for claim in gatherer.claims():
                claims.write(json_line(_record(claim, cited)))

        yield put
        for name, quotes in cited.lines.items():
            pages.write(json_line({"id": name, "title": name, "text": " ".join(quotes), "lines": _numbered(quotes)}))


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
    """Return the sets of evidence; all sentences of one set are needed, and one set is enough."""
    number, roles = number_of(claim.span.id), _ROLES[claim.value("verdict")]
    return [
        [[number, place, page, line] for line in lines]
        for place, evidence in enumerate(claim.evidence)
        if evidence.role is None or evidence.role in roles
        for page, lines in [_place(claim, evidence, cited)]
    ]


def _place(claim: Claim, evidence: Evidence, cited: _Cited) -> tuple[str, Sequence[int]]:
    """Return the page and lines of evidence; a quote without a source goes to a page named by the claim's number."""
    if evidence.document:
        return evidence.document, range(*evidence.sentences)
    page = evidence.url or str(number_of(claim.span.id))
    return page, [cited.place(page, evidence.quote)]


def _page(document: Document, sentences: Sequence[Part]) -> dict[str, str]:
    lines = _numbered([one_line(document.text[slice(*each)]) for each in sentences])
    return {"id": document.id, "title": document.title, "text": one_line(document.text), "lines": lines}


def _numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}\t{line}" for number, line in enumerate(lines))


FEVER_OUT = Exporter(
    name="fever",
    title="FEVER JSONL",
    suffix=".jsonl",
    holds=replace(
        QUOTED_CLAIMS,
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
