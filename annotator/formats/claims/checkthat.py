"""CheckThat!'s table of sentences: number, text, and whether it is check-worthy.

A sentence is check-worthy if one of its claims is (``CFS``). Sentences with an unrated claim are left out, and on
request also page furniture and unread sentences.
Source: the CheckThat! lab, task 1, of CLEF 2024 (Barrón-Cedeño et al.), its English files
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import ANY_SPANS, ClaimsOnly
from annotator.formats.claims.claim_facts import Gatherer
from annotator.formats.fit import Fitted, Options
from annotator.model.sentence_states import unread
from annotator.model.values import CLAIMS
from annotator.text.normalization import one_line
from annotator.text.parts import Cover

_COLUMNS = ("Sentence_id", "Text", "class_label")
_WORTH = "CFS"
_USEFUL = "UFS"  # an unimportant fact; the table has no class for it
_LEVELS = frozenset({_WORTH, _USEFUL, "NFS"})


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(_COLUMNS)

        def put(fitted: Fitted) -> None:
            rows.writerows(_rows(fitted, options))

        yield put


def _rows(fitted: Fitted, options: Options) -> Iterator[tuple[str, str, str]]:
    document, claims = fitted.annotated.document, fitted.annotated.spans
    gatherer = Gatherer(fitted)
    worth = {
        number
        for claim in claims
        if claim.attributes.get("worthiness") == _WORTH
        for number in range(*gatherer.sentence_range(claim))
    }
    written = {claim.id for claim in claims}
    open_ = Cover(
        (span.start, span.end) for span in fitted.every.values() if span.layer == CLAIMS and span.id not in written
    )
    furniture = Cover(document.excluded if options.exclude_furniture else ())
    skipped = (
        set(unread(document, fitted.every.values(), fitted.annotated.sentences)) if options.only_read else frozenset()
    )
    for number, (start, end) in enumerate(gatherer.sentences):
        if (start, end) in skipped or furniture.holds(start, end):
            continue
        if number in worth or not open_.touches(start, end):
            text = one_line(document.text[start:end])
            yield f"{document.id}-{number}", text, "Yes" if number in worth else "No"


CHECKTHAT_OUT = Exporter(
    name="checkthat",
    title="CheckThat! TSV",
    suffix=".tsv",
    holds=replace(
        ANY_SPANS,
        identities=True,
        unknown=True,
        claims=ClaimsOnly(
            fields=frozenset({"worthiness"}),
            needs=("worthiness", _LEVELS),
            partly={"worthiness": _LEVELS - {_USEFUL}},
        ),
    ),
    open=_open,
)
