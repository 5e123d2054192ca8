"""Finding the places that match a query in a project, with context, to read, label or export them."""

import csv
import io
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.editing.occurrence_states import CONTEXT, context
from annotator.jobs.snapshots import reading
from annotator.model.query import Query, phrases
from annotator.model.values import Part, quote
from annotator.processes.worker import Progress, no_progress
from annotator.system.disk import reason
from annotator.system.errors import FormatError
from annotator.system.whole_files import put
from annotator.text.normalization import defused
from annotator.text.tokens import provisional

if TYPE_CHECKING:
    from annotator.store.queries.searching import FoundDocument
    from annotator.store.reader import Reader

MOST = 5_000  # places listed, as nobody reads more
_LONGEST = 300  # characters listed of each place
_COLUMNS = "article publisher published before words after layer label start end document span".split()


class FoundPlace(NamedTuple):
    """A place that matches a query. Offsets are code points, end exclusive.

    For a labelled span, ``span`` is its id, with layer and label; for plain words, all three are empty. A matching
    article has no words and the offsets (0, 0). A sentence found by its meaning has a ``likeness`` from 0 to 1. This is
    a tuple, not a dataclass, because there are thousands.
    """

    document: str
    title: str
    start: int
    end: int
    before: str = ""
    words: str = ""
    after: str = ""
    layer: str = ""
    label: str = ""
    span: str = ""
    likeness: float = 0.0

    @property
    def part(self) -> Part:
        """The start and the end of the place."""
        return self.start, self.end


def find_places(
    read: "Reader", query: Query, annotator: str, *, ranked: bool = False
) -> Generator[Sequence[FoundPlace], None, bool]:
    """Yield the matching places in portions, with pauses; return whether there are more than `MOST`.

    A query with span conditions finds the annotator's spans; if it has words, only spans that overlap them. A query
    with words only finds the words. Any other query finds articles. Words close to each other make one place. If
    ``ranked``, the most relevant articles come first, if there are not too many.
    """
    if query.empty:
        return False
    count = 0
    for document in _documents(read, query, annotator, ranked=ranked):
        found = list(_places(read, document, query, annotator))[: MOST - count] if document is not None else []
        yield found
        count += len(found)
        if count == MOST:
            return True
    return False


def to_label(read: "Reader", places: Sequence[FoundPlace]) -> Generator[None, None, dict[str, set[Part]]]:
    """Return the parts to label at the found places, by document, as whole tokens. Pauses between documents.

    Places without words and places in page furniture are left out.

    Raises:
        StoreError: ``store.no_document``.
    """
    found: dict[str, set[Part]] = {}
    for id_, near in groupby(places, key=lambda place: place.document):
        document = read.document(id_)
        tokens = read.tokens(id_) or provisional(document.text)
        for place in near:
            part = tokens.snap(*place.part) if place.words else None
            furniture = part is not None and any(s <= part[0] and part[1] <= e for s, e in document.excluded)
            if part is not None and not furniture:
                found.setdefault(id_, set()).add(part)
        yield
    return found


def save(read: "Reader", places: Sequence[FoundPlace], annotator: str, target: Path) -> None:
    """Write places as a CSV file for spreadsheets, completely or not at all.

    Raises:
        FormatError: ``format.target``: the file cannot be written there.
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    rows.writerows(_rows(read, places, annotator))
    try:
        put(target, written.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise FormatError("format.target", file=target, reason=reason(error)) from error


def write(project: Path, places: Sequence[FoundPlace], target: Path, *, progress: Progress = no_progress) -> None:
    """Write places like `save`, for the current annotator of a project. Runs as a job.

    Raises:
        FormatError: ``format.target``: the file cannot be written there.
    """
    progress(0, 1)
    with reading(project) as opened:
        save(opened.read, places, opened.annotator, target)


def _documents(read: "Reader", query: Query, annotator: str, *, ranked: bool) -> "Iterator[FoundDocument | None]":
    """Yield the matching articles, with None wherever the caller may pause."""
    best = read.search.ranked(query, annotator) if ranked else None
    if best is not None:
        yield from best
        return
    reached: int | None = 0
    while reached is not None:
        answer = read.search.documents(query, annotator, after=reached)
        yield from answer.documents
        reached = answer.reached
        yield None


def _places(read: "Reader", document: "FoundDocument", query: Query, annotator: str) -> Iterator[FoundPlace]:
    if query.about_spans:
        yield from _spans(read, document, query, annotator)
        return
    parts = document.parts if len(phrases(query.words)) == 1 else _joined(document.parts, document.text)
    for start, end in parts:
        yield _place(document, document.text, start, end)
    if not parts:
        yield FoundPlace(document.id, document.title, 0, 0)


def _spans(read: "Reader", document: "FoundDocument", query: Query, annotator: str) -> Iterator[FoundPlace]:
    text = document.text or read.text(document.id)
    for span in read.search.spans(document.id, query, annotator):
        if phrases(query.words) and not any(s < span.end and span.start < e for s, e in document.parts):
            continue
        yield _place(document, text, span.start, span.end, layer=span.layer, label=span.label, span=span.id)


def _place(
    document: "FoundDocument", text: str, start: int, end: int, *, layer: str = "", label: str = "", span: str = ""
) -> FoundPlace:
    before, after = context(text, start, end)
    words = quote(text, ((start, min(end, start + _LONGEST)),))
    return FoundPlace(document.id, document.title, start, end, before, words, after, layer, label, span)


def _joined(parts: Iterable[Part], text: str) -> list[Part]:
    """Join places in the same paragraph that are close enough to lie within each other's context."""
    joined: list[Part] = []
    for start, end in parts:
        if joined and start - joined[-1][1] <= CONTEXT and "\n" not in text[joined[-1][1] : start]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _rows(read: "Reader", places: Sequence[FoundPlace], annotator: str) -> Iterator[list[object]]:
    lines = {line.id: line for line in read.lines(list(dict.fromkeys(p.document for p in places)), annotator)}
    for place in places:
        line = lines.get(place.document)
        known = (line.publisher, line.published) if line is not None else (None, None)
        cells = (place.title, *known, place.before, place.words, place.after, place.layer, place.label)
        yield [*(defused(cell or "") for cell in cells), place.start, place.end, place.document, place.span]
