"""Commands that only read a project."""

import json
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Any

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    WithReplaced,
    counted,
    fields_of,
    opened,
    problem_to,
    progress,
    put_json,
    put_json_list,
    put_section,
    put_table,
    questions_line,
    say,
    warn,
    yes_no,
)
from annotator.corpus.reader_table import READERS
from annotator.formats.registry import HELD, describe, names
from annotator.jobs import numbers as figures
from annotator.jobs import open_questions, rule_breaches
from annotator.jobs.exporting import report as reports
from annotator.jobs.importing import import_read
from annotator.jobs.open_questions import Scope
from annotator.jobs.rule_breaches import Breach
from annotator.model.json_records import annotated_to
from annotator.model.schema import words
from annotator.model.values import CLAIMS
from annotator.model.values import Annotated as Entry
from annotator.project.project import check as find_faults
from annotator.store.reader import DocumentLine, DocumentQuery
from annotator.suggest.sources import own
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import WORDS_PER_SECOND, SourceInfo

_LISTED = ("claims", "id", "language", "pending", "priority", "published", "replaced_by", "spans", "state", "title")
_listed = attrgetter(*_LISTED)
_MEGABYTE = 1_000_000  # bytes


def formats(as_json: AsJson = False) -> None:
    """List the formats that can be read and written, and what each can hold.

    To see what an export would lose, use export --dry-run.
    """
    suffixes = sorted({suffix for reader in READERS for suffix in reader.suffixes if suffix})
    articles = {"name": import_read.TEXT, "title": "Articles", "suffixes": suffixes, "read": True, "write": False}
    rows: list[dict[str, Any]] = [{**articles, "holds": None}, *map(describe, names())]
    if as_json:
        put_json({"formats": rows})
        return
    put_table(
        ("name", "what", "files", "read", "write", *(name.replace("_", " ") for name in HELD)),
        (
            (r["name"], r["title"], " ".join(r["suffixes"]), yes_no(r["read"]), yes_no(r["write"]), *_held(r["holds"]))
            for r in rows
        ),
    )


def _held(holds: dict[str, bool] | None) -> list[str]:
    return ["" if holds is None else yes_no(holds[name]) for name in HELD]


def sources(as_json: AsJson = False) -> None:
    """List the sources of suggestions."""
    found = available(own.folders())
    if as_json:
        shown = "name version language kind labels licence folder"
        rows = [{**fields_of(each, shown), "encoder": _encoder_of(each)} for each in found.sources]
        put_json({"sources": rows, "problems": [problem_to(each) for each in found.problems]})
        return
    put_table(
        ("name", "version", "language", "kind", "labels", "licence", "folder", "encoder"),
        (
            (s.name, s.version, s.language or "any", s.kind, " ".join(s.labels), s.licence, s.folder, _encoder_words(s))
            for s in found.sources
        ),
    )
    for problem in found.problems:
        warn(str(problem))


def _encoder_of(info: SourceInfo) -> dict[str, Any] | None:
    """Return folder, size in bytes and usual speed on one core of a source's encoder, None without one."""
    if info.encoder is None:
        return None
    return {"folder": info.encoder.folder, "size": info.encoder_size, "words_per_second": WORDS_PER_SECOND}


def _encoder_words(info: SourceInfo) -> str:
    if info.encoder is None:
        return ""
    return f"{info.encoder_size / _MEGABYTE:.0f} MB, about {counted(WORDS_PER_SECOND, 'word')} per second on one core"


def list_(project: ProjectPath, replaced: WithReplaced = False, as_json: AsJson = False) -> None:
    """List the articles of a project, with the state and the counts of its current annotator."""
    with opened(project, read_only=True) as target:
        read, query = target.read, DocumentQuery(annotator=target.annotator, replaced=replaced)
        lines = read.iter_lines(query, target.annotator)
        if as_json:
            put_json_list("documents", (dict(zip(_LISTED, _listed(line), strict=True)) for line in lines))
            return
        title, language, published = read.counts.longest()
        put_table(
            ("id", "title", "language", "published", "priority", "state", "#labels", "#claims", "#open suggestions"),
            (
                (v.id, v.title, v.language, v.published, v.priority, _stands(v), v.spans, v.claims, v.pending)
                for v in lines
            ),
            longest=(0, title, language, published),
        )


def _stands(line: DocumentLine) -> str:
    return "replaced" if line.replaced_by else str(line.state)


def show(
    project: ProjectPath,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id or title.")],
    as_json: AsJson = False,
) -> None:
    """Show an article with everyone's labels and the open suggestions."""
    with opened(project, read_only=True) as read:
        entry = read.read.annotated(read.read.find_document(document), None, suggestions=True)
    if as_json:
        put_json(annotated_to(entry))
        return
    _put_entry(entry)


def _put_entry(entry: Entry) -> None:
    document = entry.document
    facts = (document.publisher, document.author, document.published, document.language, document.url)
    say(document.title)
    say(" · ".join(fact for fact in facts if fact))
    say("")
    for line in document.text.splitlines():
        say(line)
    put_section(
        ("#start", "#end", "layer", "label", "words", "annotator", "fields"),
        [
            (s.start, s.end, s.layer, s.label, s.quote(document.text), s.annotator, _fields(s.attributes))
            for s in entry.spans
        ],
    )
    quotes = {span.id: span.quote(document.text) for span in entry.spans}
    put_section(
        ("relation", "from", "to", "annotator"),
        [(r.label, quotes.get(r.head, r.head), quotes.get(r.tail, r.tail), r.annotator) for r in entry.relations],
    )
    put_section(
        ("#start", "#end", "layer", "suggested", "words", "source", "#score"),
        [
            (s.start, s.end, s.layer, s.label, s.quote(document.text), s.source, _score(s.score))
            for s in entry.suggestions
        ],
    )


def stats(project: ProjectPath, as_json: AsJson = False) -> None:
    """Count articles, labels and suggestions. --json includes all figures of Project → Numbers, for everyone."""
    with opened(project, read_only=True) as read:
        found = figures.numbers(read, None)
        documents, characters = read.read.counts.sizes()
        names = read.read.annotators()
        states = read.read.counts.states(None)
        labels = [(name, *row) for name in names for row in read.read.counts.labels(name)]
        suggestions = read.read.counts.suggestions()
    if as_json:
        put_json(
            {
                "documents": documents,
                "characters": characters,
                "annotators": names,
                "states": [{"annotator": a, "state": s, "documents": n} for a, s, n in states],
                "labels": [{"annotator": a, "layer": y, "label": v, "spans": n} for a, y, v, n in labels],
                "claims": sum(n for _, layer, _, n in labels if layer == CLAIMS),
                "suggestions": [{"source": s, "state": e, "suggestions": n} for s, e, n in suggestions],
                "figures": figures.as_mapping(found),
            }
        )
        return
    say(f"{counted(documents, 'article')}, {counted(characters, 'character')}")
    say("")
    put_table(("annotator", "state", "#articles"), states)
    put_section(("annotator", "layer", "label", "#labels"), labels)
    put_section(("source", "state", "#suggestions"), suggestions)
    say("")
    say(_time(found))


def _time(found: figures.Numbers) -> str:
    hours = f"{found.spent / 3_600_000:.1f} hours spent, {counted(found.left, 'article')} left"
    if found.forecast is None:
        return f"{hours}; too few articles are finished to estimate the rest"
    _, low, middle, high = found.forecast
    return f"{hours}: about {middle:.1f} hours ({low:.1f} to {high:.1f})"


def check(project: ProjectPath, as_json: AsJson = False) -> None:
    """Verify a project: texts, quotes, boundaries, relations, log. The exit code is 1 if something is wrong.

    Open questions are counted, and labels are listed that break rules of the schema or have fields that nobody has
    looked at. These are not errors.
    """
    with progress("Verifying") as on_progress:
        faults = find_faults(project, progress=on_progress)
    broken = () if faults else rule_breaches.find(project, everyone=True)
    asked = {} if faults else open_questions.count(project, Scope(annotator=None))
    if as_json:
        put_json(
            {
                "faults": [{"table": table, "row": row, "what": what} for table, row, what in faults],
                "breaches": [_breach_to(breach) for breach in broken],
                "questions": dict(asked),
            }
        )
    elif faults:
        put_table(("table", "row", "problem"), faults)
    else:
        say(f"{project.name} is in order.")
        if asked:
            say(questions_line(asked))
        if broken:
            put_table(("article", "words", "annotator", "rule"), map(_breach_row, broken))
    if faults:
        raise typer.Exit(1)


def _breach_to(breach: Breach) -> dict[str, object]:
    place = fields_of(breach, "document title start end span quote annotator rule")
    return {**place, "words": dict(breach.words)}


def _breach_row(breach: Breach) -> tuple[str, ...]:
    return breach.title, breach.quote, breach.annotator, words(breach.words, "en") or breach.rule


def _fields(attributes: object) -> str:
    return json.dumps(attributes, ensure_ascii=False, sort_keys=True) if attributes else ""


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:.2f}"


class Language(StrEnum):
    """The language of a report."""

    ENGLISH = "en"
    GERMAN = "de"


def report(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The HTML file to write.")],
    document: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="An article, by title or id, instead of the project.")
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose labels a report of the project counts.")
    ] = None,
    language: Annotated[Language, typer.Option(help="The language of the report.")] = Language.ENGLISH,
) -> None:
    """Write a page to print or share: the project in numbers, or an article with its labels."""
    with opened(project, read_only=True) as source, progress("Counting") as on_progress:
        if annotator is not None:
            source.read.people.require(annotator)
        if document is None:
            reports.write_project(source, annotator, out, language, progress=on_progress)
        else:
            reports.write_article(source, source.read.find_document(document), out, language)
    say(f"Wrote {out}.")
