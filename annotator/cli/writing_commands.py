"""Commands that write to a project."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    pairs_of,
    problem_to,
    progress,
    put,
    put_json,
    say,
    warn,
)
from annotator.corpus import reader_table
from annotator.corpus.article import FIELDS, ReadingChoices
from annotator.editing.schema_editing.new_label import requested_labels, with_broader, with_labels, with_used
from annotator.editing.schema_editing.new_relation import requested_relations, with_relations, with_used_relations
from annotator.formats.base import ReadOptions
from annotator.formats.plain.chosen_fields import ROLES, is_json
from annotator.formats.problem import Problem
from annotator.jobs.importing import import_read, import_store, import_to_package
from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.import_store import ImportResult
from annotator.jobs.importing.labelled_files import broader_ones
from annotator.jobs.importing.notices import Notice
from annotator.model import schema_file
from annotator.model.schema import Schema
from annotator.model.values import IMPORTED
from annotator.processes.limited import LONGER, Limits, Patience
from annotator.project.project import AUTO, Project
from annotator.system import packed
from annotator.system.errors import AnnotatorError
from annotator.text.normalization import fingerprint

_READ = 20  # lines printed of each kind
_NAMED = 5  # files named in one line
_LIMITS = Limits()


class Language(StrEnum):
    """The language of a project's articles."""

    DE = "de"
    EN = "en"
    AUTO = AUTO


class Kind(StrEnum):
    """The two ways to import the labels of a file."""

    SPANS = "spans"
    SUGGESTIONS = "suggestions"


class Near(StrEnum):
    """The ways to handle near-duplicate articles."""

    ADD = "add"
    CARRY = "carry"
    REPLACE = "replace"
    LEAVE_OUT = "leave-out"


class Offsets(StrEnum):
    """The unit of a file's offsets."""

    CHARACTERS = "characters"
    UTF16 = "utf16"


Renamed: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="THEIRS=OURS", help="The project's name for a label or relation of the file; new adds it."
    ),
]
Columns: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help="The column or JSON key of the text, title and so on."),
]
TokenColumns: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--columns", metavar="1:token,4:label", help="The columns of a CoNLL file; several labels are levels."
    ),
]
ExcludeFurniture: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--exclude-furniture", help="Exclude paragraphs that look like page furniture; by default they are proposed."
    ),
]


PatienceSeconds: TypeAlias = Annotated[
    float,
    typer.Option(
        "--patience", metavar="SECONDS", min=0.1, help="Give up on a file that yields no article for this long."
    ),
]
MemoryLimit: TypeAlias = Annotated[
    int, typer.Option("--memory", metavar="MB", min=16, help="Give up on a file that takes more memory.")
]


def new(
    project: ProjectPath,
    schema: Annotated[str, typer.Option(help="A built-in schema, or the path of a .schema.json file.")] = "news",
    language: Annotated[Language, typer.Option(help="Of all articles; auto detects it for each.")] = Language.AUTO,
    as_json: AsJson = False,
) -> None:
    """Create a project."""
    made = Project.create(project, schema=schema_file.load(schema), language=str(language))
    made.close()
    put({"project": str(made.path)}, f"Created {made.path}.", as_json=as_json)


def import_(
    project: ProjectPath,
    files: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...")],
    format_name: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="By default, as each file's name and content say.")
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose labels they are, unless the file says so.")
    ] = None,
    kind: Annotated[Kind, typer.Option("--as", help="Import labels as decisions or as suggestions.")] = Kind.SPANS,
    renamed: Renamed = None,
    offsets: Annotated[
        Offsets | None, typer.Option(help="The unit of the file's offsets; that of its format by default.")
    ] = None,
    columns: Columns = None,
    token_columns: TokenColumns = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Of articles; detected by default.")] = None,
    near: Annotated[
        Near, typer.Option(help="What to do with near-duplicates; carry also suggests the labels of the other article.")
    ] = Near.ADD,
    exclude_furniture: ExcludeFurniture = False,
    patience: PatienceSeconds = _LIMITS.seconds,
    memory: MemoryLimit = _LIMITS.memory,
    as_json: AsJson = False,
) -> None:
    """Import articles and labelled articles into a project.

    Labels that the project lacks are reported and left out. --map gives them a label of the project, such as --map
    Person=PER or --map Quote=claims.CLAIM. --map Firm=new adds a label of that name to the layer of names unless it
    exists, --map Topic=claims.new to another layer; a relation of that name becomes a new relation. --map POS.*=-
    leaves out a layer of the file; --map NER.OTH=MISC applies to one layer only. Labels of an article that is already
    in the project are added to it; existing labels are neither changed nor duplicated. Table columns and JSON keys are
    recognised by their usual names, or set with --column text=Inhalt --column published=meta.date; start=marks.from,
    with end, label and text, reads labels of words under any names. With --near replace, a near-duplicate replaces the
    article in the project. The exit code is 1 if something could not be read.
    """
    token = _token_columns(token_columns)
    asked, fields = _asked(columns or [], encoding, files)
    with opened(project, read_only=False) as target:
        new = _New(target.schema, pairs_of(renamed, "--map", "Person=PER"))
        options = _options(target, annotator, new, offsets, columns=token, fields=fields)
        incoming = _read(target, files, format_name, options, asked, Patience(Limits(patience, memory)))
        incoming = import_read.without_near(incoming) if near is Near.LEAVE_OUT else incoming
        taken = import_store.take_in(
            target,
            incoming,
            exclude_furniture=exclude_furniture,
            as_suggestions=kind is Kind.SUGGESTIONS,
            carry=near is Near.CARRY,
            supersede=near is Near.REPLACE,
            schema=new.used(incoming),
        )
        new_labels = new.added_to(target.schema)
        short, language = _without_language(target, incoming, taken), target.fallback_language
    if as_json:
        put_json({**_import_to(incoming, taken, short), "new_labels": new_labels})
    else:
        _put_import(incoming, taken, short, language)
        _put_labels(incoming, new_labels, kind)
    _end_import(incoming)


class _New:
    """The labels and relations that ``--map`` asks to add.

    ``schema`` is the project's schema with all of them, ``names`` maps the file's names to theirs.
    """

    def __init__(self, schema: Schema, given: Mapping[str, str]) -> None:
        self._before = schema
        self._labels, self.names = requested_labels(schema, given)
        self._relations = requested_relations(schema, given)
        self.schema = with_relations(with_labels(schema, self._labels.values()), self._relations)

    def used(self, incoming: Incoming) -> Schema | None:
        """Return the schema with those of the new labels and relations that documents use, or None if they use none.

        A new label stands below the label that is broader in the file.
        """
        self._labels = with_broader(self._before, self._labels, broader_ones(incoming.labels))
        labels = with_used(self._before, self._labels.values(), incoming.annotated)
        return with_used_relations(labels, self._before, self._relations, incoming.annotated)

    def added_to(self, schema: Schema) -> list[str]:
        """Return the names of the new labels and relations that the schema now has."""
        labels = [v for v in self._labels.values() if schema.label(v.layer, v.id) is not None]
        relations = [one.id for one in self._relations if schema.relation(one.id) is not None]
        return [*(f"{label.layer}.{label.id}" for label in labels), *relations]


def _options(
    target: Project,
    annotator: str | None,
    new: _New,
    offsets: Offsets | None,
    *,
    columns: tuple[tuple[int, str], ...],
    fields: Mapping[Path, Mapping[str, str]],
) -> ReadOptions:
    utf16 = None if offsets is None else offsets is Offsets.UTF16
    return import_read.read_options(
        target, annotator, renamed=new.names, schema=new.schema, utf16=utf16, columns=columns, fields=fields
    )


def _asked(
    columns: list[str], encoding: str | None, files: Sequence[Path]
) -> tuple[ReadingChoices, dict[Path, Mapping[str, str]]]:
    """Return the choices for reading articles, and the fields of each table or JSON file that has labelled words."""
    fields = _fields(columns)
    asked = ReadingChoices(encoding=encoding, columns=None if fields else chosen_columns(columns))
    return asked, dict.fromkeys(_tables(files) if fields else (), fields)


def _read(
    target: Project,
    files: Sequence[Path],
    format_name: str | None,
    options: ReadOptions,
    asked: ReadingChoices,
    patience: Patience,
) -> Incoming:
    with progress("Reading") as on_progress:
        found = import_read.read(files, format_name, options, asked, target, patience, progress=on_progress)
        return import_to_package.fitting(target, found)


def _end_import(incoming: Incoming) -> None:
    for _, error in incoming.failures:
        warn(str(error))
    if any(error.code in LONGER for _, error in incoming.failures):
        warn("--patience SECONDS and --memory MB raise these limits.")
    unread = sum(problem.unread for problem in incoming.problems)
    if unread:
        warn(f"{counted(unread, 'item')} in the files could not be read; see above.")
    if incoming.failures or unread:
        raise typer.Exit(1)


def _put_import(incoming: Incoming, taken: ImportResult, short: int, language: str) -> None:
    say(f"Added {counted(len(taken.ids), 'article')}.")
    if taken.merged:
        say(f"Added to {counted(taken.merged, 'existing article')}; you can undo this in the window.")
    for encoding, names in _guessed(incoming).items():
        few = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        say(f"Read as {encoding}, which is a guess: {few}; to change it, use --encoding.")
    for sentence in (*_sentences(taken.notices), *_problems(incoming.problems)):
        say(sentence)
    if short:
        say(f"{counted(short, 'article')} too short to detect the language: taken as {language}.")


def _put_labels(incoming: Incoming, new_labels: Sequence[str], kind: Kind) -> None:
    if new_labels:
        say(f"New in the schema: {', '.join(new_labels)}.")
    nobody = sum(span.annotator == IMPORTED for each in incoming.annotated for span in each.spans)
    if nobody and kind is Kind.SPANS:
        say(f"{counted(nobody, 'label')} without an annotator: stored as {IMPORTED}; to name one, use --annotator.")


def _guessed(incoming: Incoming) -> dict[str, list[str]]:
    """Return the names of the files whose encoding was guessed, by encoding."""
    found: dict[str, dict[str, None]] = {}
    for article in incoming.articles:
        if article.encoding is not None and not article.encoding_sure:
            found.setdefault(article.encoding, {})[article.name] = None
    return {encoding: list(names) for encoding, names in found.items()}


def _sentences(entries: Iterable[Notice]) -> Iterator[str]:
    """Yield the sentences of notices, but only the first few of each kind."""
    kinds: dict[str, list[str]] = {}
    for entry in entries:
        kinds.setdefault(entry.code, []).append(entry.sentence)
    for sentences in kinds.values():
        yield from sentences[:_READ]
        if len(sentences) > _READ:
            yield f"… and {len(sentences) - _READ} more like this; --json lists all."


def _problems(entries: Iterable[Problem]) -> Iterator[str]:
    """Yield the different sentences of problems in the order of the files, but only the first few of each kind."""
    kinds: dict[str, list[str]] = {}
    for code, sentence in dict.fromkeys((entry.code, entry.sentence) for entry in entries):
        sentences = kinds.setdefault(code, [])
        sentences.append(sentence)
        if len(sentences) <= _READ:
            yield sentence
    for sentences in kinds.values():
        if len(sentences) > _READ:
            yield f"… and {len(sentences) - _READ} more such as “{sentences[_READ]}”; --json lists all."


def chosen_columns(given: list[str]) -> dict[str, str] | None:
    """Return the column that ``--column`` names for each field, or None if it names none."""
    columns = pairs_of(given, "--column", "text=Inhalt")
    for field in columns:
        if field not in FIELDS:
            raise typer.BadParameter(f"{field} is not one of {', '.join(FIELDS)}", param_hint="--column")
    return columns or None


def _fields(given: list[str]) -> dict[str, str]:
    """Return the field for each role of labelled words, or {} if ``--column`` doesn't name their start or end."""
    fields = pairs_of(given, "--column", "text=Inhalt")
    if not {"start", "end"} & fields.keys():
        return {}
    if wrong := sorted({"text", "start", "end", "label"} - fields.keys()) or sorted(fields.keys() - {*ROLES}):
        words = f"labels of words need text, start, end and label; title and class may be given ({', '.join(wrong)})"
        raise typer.BadParameter(words, param_hint="--column")
    return fields


def _tables(files: Sequence[Path]) -> list[Path]:
    """Return the tables and JSON files among files and in folders."""
    found = reader_table.find(files)[0]
    return [path for path in found if is_json(path) or packed.suffix_of(path) in {".csv", ".tsv", ".tab"}]


def _token_columns(given: str | None) -> tuple[tuple[int, str], ...]:
    """Parse ``--columns`` to pairs of a position, from 0, and a role."""
    pairs = [pair.strip().partition(":") for pair in given.split(",")] if given is not None else []
    roles = [role for _, _, role in pairs]
    numbered = all(re.fullmatch("[1-9][0-9]{0,2}", at, re.ASCII) for at, _, _ in pairs)
    if pairs and not (numbered and roles.count("token") == 1 and set(roles) == {"token", "label"}):
        wrong = f"{given} is not of the form 1:token,4:label"
        raise typer.BadParameter(wrong, param_hint="--columns")
    return tuple((int(at) - 1, role) for at, _, role in pairs)


def _without_language(target: Project, incoming: Incoming, taken: ImportResult) -> int:
    """Count the new articles whose text is too short to detect the language."""
    short = [fingerprint(article.text) for article in incoming.articles if article.language is None]
    return len(set(target.read.documents_with_text(short).values()) & set(taken.ids))


def _import_to(incoming: Incoming, taken: ImportResult, short: int) -> dict[str, object]:
    return {
        "added": list(taken.ids),
        "guessed": _guessed(incoming),
        "merged": taken.merged,
        "replaced": taken.replaced,
        "suggestions": taken.suggestions,
        "too_short_for_language": short,
        "told": [{"code": notice.code, **notice.details, "sentence": notice.sentence} for notice in taken.notices],
        "problems": [fields_of(problem, "code file line place sentence") for problem in incoming.problems],
        "failures": [{**problem_to(error), "file": path.name, **_trace_of(error)} for path, error in incoming.failures],
    }


def _trace_of(error: AnnotatorError) -> dict[str, object]:
    return {"trace": error.details["trace"]} if "trace" in error.details else {}


def backup(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; it must not exist yet.")],
    as_json: AsJson = False,
) -> None:
    """Write a full copy of a project, which may be open in the meantime."""
    with opened(project, read_only=True) as source:
        source.copy_to(out)
    put({"backup": str(out)}, f"Wrote {out}.", as_json=as_json)
