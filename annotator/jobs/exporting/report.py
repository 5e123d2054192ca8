"""Reports to print or share: an article with labels, or a project's numbers, each as one HTML page.

A page has no script, no picture and no external content, and its content policy forbids them. Each label of an article
is a link target: ``report.html#s-ID``. Runs as a job; only reads.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from annotator.editing.identities import IDENTITY
from annotator.formats.shared.page_style import PAGE_STYLE
from annotator.formats.shared.target import beside
from annotator.jobs import numbers as figures
from annotator.jobs.exporting.report_agreement import agreement_tables
from annotator.jobs.numbers import Numbers
from annotator.jobs.snapshots import Readable, opening, reading
from annotator.jobs.team import agreement as agreeing
from annotator.model.schema import Schema, words
from annotator.model.values import Annotated, Part, Relation, Span, State
from annotator.processes.worker import Progress, no_progress
from annotator.quality.measures.figures import Agreement
from annotator.text.parts import assign

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "label": {"de": "Label", "en": "Label"},
        "words": {"de": "Wortlaut", "en": "Words"},
        "details": {"de": "Angaben", "en": "Details"},
        "annotator": {"de": "Annotiert von", "en": "Annotator"},
        "articles": {"de": "Artikel", "en": "articles"},
        "spans": {"de": "Labels", "en": "labels"},
        "labels": {"de": "Labels", "en": "Labels"},
        "open": {"de": "offen", "en": "open"},
        "done": {"de": "fertig", "en": "done"},
        "skipped": {"de": "übersprungen", "en": "skipped"},
        "progress": {"de": "Fortschritt", "en": "Progress"},
        "publishers": {"de": "Labels nach Medium", "en": "Labels by publisher"},
        "publisher": {"de": "Medium", "en": "Publisher"},
        "nobody": {"de": "ohne Medium", "en": "no publisher"},
        "months": {"de": "Labels nach Monat", "en": "Labels by month"},
        "month": {"de": "Monat", "en": "Month"},
        "names": {"de": "Am häufigsten genannt", "en": "Most mentioned"},
        "checked": {"de": "mit Urteil", "en": "With a verdict"},
        "claimants": {"de": "Wer am meisten behauptet", "en": "Most claims"},
        "name": {"de": "Name", "en": "Name"},
        "count": {"de": "Anzahl", "en": "Count"},
        "together": {"de": "Gemeinsam im selben Artikel", "en": "In the same article"},
        "time": {"de": "Zeit", "en": "Time"},
        "minutes": {"de": "Minuten je fertigem Artikel (Median)", "en": "Minutes per finished article (median)"},
        "spent": {"de": "Stunden bisher", "en": "Hours so far"},
        "left": {"de": "Artikel übrig", "en": "Articles left"},
        "hours": {"de": "Geschätzte Stunden bis zum Ende", "en": "Estimated hours left"},
        "note": {"de": "Notiz", "en": "Note"},
        "doubt": {"de": "Zweifel", "en": "In doubt"},
        "percent": {"de": "{number} %", "en": "{number}%"},
        "everyone": {"de": "alle", "en": "everyone"},
    }
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = (
    PAGE_STYLE
    + """
.about{color:var(--muted);margin:0 0 1.5rem}
.text{font-family:Georgia,serif;font-size:17px;white-space:pre-wrap}
.text s,.text i{text-decoration:none;font-style:normal}.text s{border-bottom:3px solid var(--light)}
.text sup{font:600 10px/1 system-ui,sans-serif;padding:0 1px 0 2px;white-space:nowrap}
.text sup a{text-decoration:none;color:var(--light)}.out{color:var(--muted)}
@media screen and (prefers-color-scheme:dark){.text s{border-color:var(--dark)}.text sup a{color:var(--dark)}}
table{border-collapse:collapse;width:100%;font-size:14px}th{text-align:left;color:var(--muted);font-weight:500}
td,th{padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td.l{white-space:nowrap}.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}td.n{white-space:nowrap}
td.b{width:40%;padding-right:0}
td.b div{background:var(--accent);height:.7rem;margin-top:.3rem;border-radius:2px;min-width:1px}
:target{background:var(--found);outline:2px solid var(--ring)}tr{break-inside:avoid}
tr:first-child{break-after:avoid}tr:last-child{break-before:avoid}
@media(max-width:30rem){td.l{white-space:normal;min-width:6.5rem}td.b{width:30%}}
"""
)
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")
_LINE = 26  # height in pixels of a line of text without labels
_LANE = 5  # pixels between two of the lines drawn below labelled words
_MOST = 60  # rows in each table of a project's report
_QUIET = "var(--muted)"  # the colour of labels missing from the schema
_HOUR, _MINUTE = 3_600_000, 60_000  # milliseconds


def write_article(
    project: Readable, document: str, target: Path, language: str, *, progress: Progress = no_progress
) -> None:
    """Write the report of an article with the current annotator's labels; ``language`` is ``de`` or ``en``.

    Raises:
        FormatError: ``format.target``.
        StoreError: The project cannot be read, or ``store.no_document``.
    """
    progress(0, 1)
    with reading(project) as opened:
        annotated = opened.read.annotated(document, opened.annotator)
        _write(target, article(annotated, opened.schema, language))


def write_project(
    project: Readable, annotator: str | None, target: Path, language: str, *, progress: Progress = no_progress
) -> None:
    """Write the report of a project's numbers; ``annotator`` None means everyone, ``language`` is ``de`` or ``en``.

    Raises:
        FormatError: ``format.target``.
        StoreError: The project cannot be read.
    """
    with opening(project) as opened:
        found = figures.numbers(opened, annotator, progress=progress)
        agreed = agreeing.measure(opened, progress=progress)
        _write(target, overview(found, agreed, opened.schema, opened.name, language))


def article(annotated: Annotated, schema: Schema, language: str) -> Iterator[str]:
    """Yield an article's page in pieces: the text with its labels underlined, then a table of the labels."""
    document, word = annotated.document, _translator(language)
    who = ", ".join(sorted({span.annotator for span in annotated.spans}))
    annotators = f"{word('annotator')}: {who}" if who else ""
    about = filter(
        None, (document.publisher, document.author, _day(document.published, language), document.url, annotators)
    )
    yield _head(document.title, " · ".join(about), language)
    yield from _text(annotated, schema, language)
    if annotated.spans:
        rows = _Rows(annotated, schema, language)
        yield from _table(
            word("labels"), [word("label"), word("words"), word("details")], map(rows.row, annotated.spans)
        )
    yield _FOOT


def overview(found: Numbers, agreed: Agreement, schema: Schema, title: str, language: str) -> Iterator[str]:
    """Yield the page of a project's numbers in pieces."""
    word = _translator(language)
    about = (
        f"{found.documents} {word('articles')}, {found.spans} {word('spans')} "
        f"({word('annotator')}: {found.annotator or word('everyone')})"
    )
    yield _head(title, about, language)
    yield from _table(word("progress"), [word("annotator"), *(f"#{word(state)}" for state in State)], _progress(found))
    yield from _counts(word("labels"), word("label"), _named(found.labels, schema, language), word)
    publishers = {name or word("nobody"): sum(c.values()) for name, c in found.publishers.items()}
    yield from _counts(word("publishers"), word("publisher"), publishers, word)
    months = {_day(month, language): sum(counts.values()) for month, counts in found.months.items()}
    yield from _counts(word("months"), word("month"), months, word)
    names = Counter({each.name: each.number for each in reversed(found.names)})
    yield from _counts(word("names"), word("name"), dict(names.most_common()), word)
    if found.claimants:
        columns = [word("name"), f"#{word('count')}", f"#{word('checked')}", ""]
        yield from _table(word("claimants"), columns, _claimants(found, word))
    pairs = {
        f"{_name(schema, pair.first, language)} + {_name(schema, pair.second, language)}": pair.documents
        for pair in found.pairs
    }
    yield from _counts(word("together"), word("labels"), pairs, word)
    yield from _table(word("time"), [], _times(found, word, language))
    for heading, columns, rows in agreement_tables(agreed, schema, language):
        yield from _table(heading, columns, rows)
    yield _FOOT


_Translator = Callable[[str], str]
_FOOT = "</body>\n</html>\n"


def _translator(language: str) -> _Translator:
    return lambda key: words(_WORDS[key], language)


def _day(iso: str | None, language: str) -> str:
    """Format a day or month for the language: ``2026-03-09`` or 09.03.2026."""
    return ".".join(reversed(iso.split("-"))) if iso and language == "de" and _ISO.fullmatch(iso) else iso or ""


def _write(target: Path, pieces: Iterable[str]) -> None:
    with beside(target, folder=False) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def _head(title: str, about: str, language: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f'<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<p class="about">{escape(about)}</p>\n'
    )


def _table(heading: str, columns: list[str], rows: Iterable[str]) -> Iterator[str]:
    """Yield a table; a column whose name starts with # is right-aligned for numbers."""
    yield f"<h2>{escape(heading)}</h2>\n<table>\n"
    if columns:
        yield f"<thead><tr>{''.join(map(_column, columns))}</tr></thead>\n"
    yield from rows
    yield "</table>\n"


def _column(name: str) -> str:
    return f'<th class="n">{escape(name[1:])}</th>' if name.startswith("#") else f"<th>{escape(name)}</th>"


# An article


def _text(annotated: Annotated, schema: Schema, language: str) -> Iterator[str]:
    """Yield the text, cut wherever a label starts or ends; the lines under overlapping labels are stacked."""
    document, spans = annotated.document, {span.id: span for span in annotated.spans}
    pieces = sorted((_Piece(part, span.id) for span in annotated.spans for part in span.parts), key=_longest_first)
    lanes = assign([piece.part for piece in pieces])
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        begins.setdefault(piece.part[0], []).append(at)
        ends.setdefault(piece.part[1], []).append(at)
    edges = {0, len(document.text), *begins, *ends, *(edge for part in document.excluded for edge in part)}
    lang = f' lang="{document.language}"' if document.language in {"de", "en"} else ""
    yield f'<article class="text"{lang} style="line-height:{_LINE + _LANE * (max(lanes, default=0) + 1)}px">'
    here: set[int] = set()
    for start, end in pairwise(sorted(edges)):
        here.difference_update(ends.get(start, ()))
        for at in begins.get(start, ()):
            here.add(at)
            yield _sign(spans[pieces[at].span], pieces[at].part, schema, language)
        words_ = escape(document.text[start:end])
        if any(first <= start < last for first, last in document.excluded):
            words_ = f'<span class="out">{words_}</span>'
        for at in sorted(here, key=lanes.__getitem__):
            colours = _colours(schema, spans[pieces[at].span])
            words_ = f'<s style="{colours};padding-bottom:{_LANE * lanes[at]}px">{words_}</s>'
        yield words_
    yield "</article>\n"


class _Piece(NamedTuple):
    """A part of a span: its place in code points, end exclusive, and the span's id."""

    part: Part
    span: str


def _longest_first(piece: _Piece) -> tuple[int, int, str]:
    return piece.part[0], -piece.part[1], piece.span


def _sign(span: Span, part: Part, schema: Schema, language: str) -> str:
    """Return the sign with a label's name that stands before each part; that of the first part is the link target."""
    place = f' id="s-{escape(span.id)}"' if part == span.parts[0] else ""
    name = escape(_name(schema, (span.layer, span.label), language))
    colours = _colours(schema, span)
    return f'<sup{place}><a href="#r-{escape(span.id)}" style="{colours}">{name}</a></sup>'


class _Rows:
    """Formats the rows of the table below an article."""

    def __init__(self, annotated: Annotated, schema: Schema, language: str) -> None:
        self._text = annotated.document.text
        self._schema = schema
        self._language = language
        self._spans = {span.id: span for span in annotated.spans}
        self._identities = {identity.id: identity.name for identity in annotated.identities}
        self._relations: dict[str, list[Relation]] = {}
        for relation in annotated.relations:
            self._relations.setdefault(relation.head, []).append(relation)

    def row(self, span: Span) -> str:
        """Return the row of a label: its name, its words as a link to the text, and its details."""
        name = escape(_name(self._schema, (span.layer, span.label), self._language))
        details = "<br>".join(self._details(span))
        cells = f'<td class="l">{name}</td><td>{self._link(span)}</td><td>{details}</td>'
        return f'<tr id="r-{escape(span.id)}">{cells}</tr>\n'

    def _details(self, span: Span) -> Iterator[str]:
        for name, value in span.attributes.items():
            yield escape(self._field(span.layer, name, value))
        for relation in self._relations.get(span.id, ()):
            known = self._schema.relation(relation.label)
            called = words(known.name, self._language) if known is not None else relation.label
            tail = self._spans.get(relation.tail)
            yield f"{escape(called)}: {self._link(tail) if tail is not None else '…'}"
        if span.note:
            yield escape(f"{words(_WORDS['note'], self._language)}: {span.note}")
        if span.doubt:
            yield escape(words(_WORDS["doubt"], self._language))

    def _field(self, layer: str, name: str, value: object) -> str:
        field = self._schema.attribute(layer, name)
        if name == IDENTITY:
            return f"→ {self._identities.get(str(value), value)}"
        if field is None:
            return f"{name}: {value}"
        several = value if isinstance(value, list | tuple) else [value]
        known = {each.id: words(each.name, self._language) for each in field.values}
        return f"{words(field.name, self._language)}: {', '.join(known.get(str(v), str(v)) for v in several)}"

    def _link(self, span: Span) -> str:
        return f'<a href="#s-{escape(span.id)}">{escape(span.quote(self._text))}</a>'


def _name(schema: Schema, label: tuple[str, str], language: str) -> str:
    known = schema.label(*label)
    return words(known.name, language) if known is not None else label[1]


def _colours(schema: Schema, span: Span) -> str:
    """Return a label's colours for a light and a dark page, as CSS variables."""
    known = schema.label(span.layer, span.label)
    light, dark = (escape(known.light), escape(known.dark)) if known is not None else (_QUIET, _QUIET)
    return f"--light:{light};--dark:{dark}"


# A project


def _progress(found: Numbers) -> Iterator[str]:
    states: dict[str, Counter[str]] = {name: Counter() for name in found.annotators}
    for count in found.states:
        states.setdefault(count.annotator, Counter())[count.state] += count.documents
    for name, counts in states.items():
        if counts:
            cells = "".join(f'<td class="n">{counts[state]}</td>' for state in State)
            yield f"<tr><td>{escape(name)}</td>{cells}</tr>\n"


def _counts(heading: str, column: str, counts: Mapping[str, int], word: _Translator) -> Iterator[str]:
    """Yield a table of counts with bars, or nothing if there are none."""
    if counts:
        shown, most = list(counts.items())[:_MOST], max(counts.values())
        rows = (_bar(name, count, most) for name, count in shown)
        yield from _table(heading, [column, f"#{word('count')}", ""], rows)


def _claimants(found: Numbers, word: _Translator) -> Iterator[str]:
    most = max(each.number for each in found.claimants)
    for each in found.claimants[:_MOST]:
        share = word("percent").format(number=round(100 * each.checked / each.number))
        yield _bar(each.name, each.number, most, share)


def _bar(name: str, count: int, most: int, note: str = "") -> str:
    width = 100 * count / max(1, most)
    bar = f'<div style="width:{width:.1f}%"></div>' if count else ""
    noted = f'<td class="n">{note}</td>' if note else ""
    return f'<tr><td>{escape(name)}</td><td class="n">{count}</td>{noted}<td class="b">{bar}</td></tr>\n'


def _named(counts: Mapping[tuple[str, str], int], schema: Schema, language: str) -> dict[str, int]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return {_name(schema, label, language): count for label, count in ordered}


def _times(found: Numbers, word: _Translator, language: str) -> Iterator[str]:
    def decimal(value: float) -> str:
        return f"{value:.1f}".replace(".", "," if language == "de" else ".")

    facts = {word("spent"): decimal(found.spent / _HOUR), word("left"): str(found.left)}
    if found.article is not None:
        facts[word("minutes")] = decimal(found.article.middle / _MINUTE)
    if found.forecast is not None:
        low, middle, high = map(decimal, found.forecast[1:])
        facts[word("hours")] = f"{middle} ({low}–{high})"
    for name, value in facts.items():
        yield f'<tr><td>{escape(name)}</td><td class="n">{escape(value)}</td></tr>\n'
