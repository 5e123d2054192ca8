"""Columns of a table, or keys of a record, matched to the fields of an article by name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TypeAlias

from annotator.corpus.article import ENTRY, FIELDS, LINE, ROW, Column, Draft, Found, ReadingChoices, Sheet, language_of
from annotator.corpus.dates import iso_date
from annotator.corpus.readers.tree import fragment_text
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.text.normalization import one_line

Row: TypeAlias = Mapping[str, str]
Line: TypeAlias = tuple[int, Row]
"""A row: the number of its first line, of its row or of its entry, from 1; and its values by column."""

FIRST = 50  # rows searched for columns
ERRORS = {LINE: "format.record", ROW: "text.row", ENTRY: "text.entry"}  # by the unit of a record's number
NO_TEXT = QT_TRANSLATE_NOOP("Errors", "there is no text")

_NAMES = {
    "text": "text fulltext articletext artikeltext textbody bodytext body content contents article artikel inhalt"
    " volltext maintext story beitrag meldung",
    "title": "title headline titel überschrift ueberschrift heading schlagzeile",
    "published": "published date datum pubdate publishedat publicationdate publishdate datepublished publisheddate"
    " datepublish erschienen veröffentlicht veroeffentlicht erscheinungsdatum created createdat timestamp time",
    "author": "author authors autor autoren autorin byline creator verfasser writer",
    "publisher": "publisher source quelle zeitung medium outlet publication newspaper sitename site"
    " sourcedomain domain",
    "url": "url link href permalink weblink sourceurl adresse webadresse",
    "language": "language lang sprache",
    "id": "id uuid guid externalid docid documentid articleid",
    "label": "label labels labeltext class",
}
_RANKS = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())}
_LONG = 80  # least mean length of a text column's values, in characters
_SAMPLE = 80  # characters of a shown value
_SHOWN = 3  # rows shown
_PAGE = re.compile(r"</(?:p|div|h[1-6]|li)>|<br ?/?>")
_SIGNS = re.compile(r"[\W_]+")


def guess(columns: Sequence[str], rows: Sequence[Row]) -> dict[str, str]:
    """Return the column for each field. Among several candidates, the one with the most usual name is taken.

    The last key of a dotted path counts. If no name suggests a text, the column with the longest values in the first
    rows is used.
    """
    best: dict[str, tuple[int, int, str]] = {}
    for column in columns:
        keys = column.split(".")
        field, rank = _RANKS.get(_SIGNS.sub("", keys[-1].casefold()), ("", 0))
        found = (rank, len(keys), column)
        if field and (field not in best or found < best[field]):
            best[field] = found
    chosen = {field: best[field][2] for field in FIELDS if field in best}
    if "label" in chosen and not _are_words(chosen["label"], rows):
        del chosen["label"]
    if "text" not in chosen:
        taken = set(chosen.values())
        longest = max((c for c in columns if c not in taken), key=lambda c: _length(c, rows), default=None)
        if longest is not None and _length(longest, rows) >= _LONG:
            chosen["text"] = longest
    return chosen


def _are_words(column: str, rows: Sequence[Row]) -> bool:
    """Return whether a column's values are short words, not lists of spans."""
    values = [row.get(column, "").strip() for row in rows]
    return all(len(value) <= _SAMPLE and value[:1] not in ("[", "{") for value in values)


def articles(
    columns: Sequence[str], lines: Iterable[Line | TextError], asked: ReadingChoices, file: str, *, unit: str
) -> Iterator[Found]:
    """Yield the columns with those chosen for the fields, then a draft of each row.

    Errors among the rows are passed on. The first rows are searched for the columns. ``unit`` is what the numbers of
    the rows count.
    """
    lines = iter(lines)
    first = list(islice(lines, FIRST))
    rows = [line[1] for line in first if not isinstance(line, TextError)]
    chosen = guess(columns, rows) if asked.columns is None else dict(asked.columns)
    if columns:
        yield Sheet(columns=tuple(_column(name, rows) for name in columns), chosen=chosen)
        _refuse_unknown(chosen, columns, file)
    for line in chain(first, lines):
        yield line if isinstance(line, TextError) else drafted(*line, chosen, file=file, unit=unit)


def no_text(file: str, line: int, unit: str = ENTRY) -> TextError:
    """Return the error for a record without text; ``unit`` is what its number counts."""
    return TextError(ERRORS[unit], file=file, line=line, reason=NO_TEXT)


def drafted(line: int, row: Row, chosen: Mapping[str, str], *, file: str, unit: str) -> Draft | TextError:
    """Build a draft from a row; HTML fragments become plain text."""
    values = {field: row.get(column, "").strip() for field, column in chosen.items() if field != "text"}
    text = row.get(chosen.get("text", ""), "")  # records without any value have no chosen column
    text = fragment_text(text) if _PAGE.search(text) else text
    if not text.strip():
        return no_text(file, line, unit)
    return Draft(
        text=text,
        title=values.get("title") or None,
        author=values.get("author") or None,
        publisher=values.get("publisher") or None,
        url=values.get("url") or None,
        published=iso_date(values.get("published")),
        language=language_of(values.get("language")),
        id=values.get("id") or None,
        place=str(line),
        unit=unit,
        labels=((_label_name(chosen["label"]), values["label"]),) if values.get("label") else (),
    )


def _label_name(column: str) -> str:
    """Return the name of the article label in a column: the column's name, or "label" if that says no more."""
    name = column.split(".")[-1].strip()
    return "label" if _SIGNS.sub("", name.casefold()) in {"label", "labels", "labeltext"} else name


def _refuse_unknown(chosen: Mapping[str, str], columns: Sequence[str], file: str) -> None:
    """Raise ``text.column`` for a choice that has no text column, or that names a column the file lacks."""
    missing = [column for column in chosen.values() if column not in columns]
    if "text" not in chosen or missing:
        raise TextError("text.column", file=file, names=", ".join(columns))


def _length(column: str, rows: Sequence[Row]) -> float:
    return sum(len(row.get(column, "")) for row in rows) / max(1, len(rows))


def _column(name: str, rows: Sequence[Row]) -> Column:
    first = tuple(_beginning(row.get(name, "")) for row in rows[:_SHOWN])
    return Column(name=name, sample=_sample(name, rows), first=first)


def _sample(column: str, rows: Sequence[Row]) -> str:
    return _beginning(next((row[column] for row in rows if row.get(column, "").strip()), ""))


def _beginning(value: str) -> str:
    sample = one_line(value[: 2 * _SAMPLE])
    return sample if len(sample) <= _SAMPLE else sample[:_SAMPLE] + "…"
