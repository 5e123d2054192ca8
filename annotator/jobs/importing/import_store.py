"""Storing imported files in a project."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.corpus.article import Article
from annotator.editing.edits import Edit
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.jobs import schema_change
from annotator.jobs.importing.arrivals import Arrivals
from annotator.jobs.importing.article_labels import known_with_labels
from annotator.jobs.importing.article_replacement import Succession, replacing
from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.import_to_package import fitting
from annotator.jobs.importing.labels_as_suggestions import suggestions_of
from annotator.jobs.importing.near_versions import CARRIED, GROUP, NearDuplicate, without_ends
from annotator.jobs.importing.notices import Notice
from annotator.model.schema import Schema
from annotator.model.values import Suggestion
from annotator.processes import slices
from annotator.processes.collector import uncollected
from annotator.project.project import Project, SourceAnswer
from annotator.text.normalization import fingerprint, one_line

_QUOTES = 5  # labels quoted in one notice
_QUOTE_LENGTH = 80  # characters quoted of each label
_FILES = 100  # files recorded at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """The result of an import: the ids of new documents, the number of suggestions, and notices.

    ``merging`` is the edit that added labels to existing documents, and ``merged`` the number of these documents.
    ``replaced`` is the number of documents replaced with new versions.
    """

    ids: tuple[str, ...]
    suggestions: int
    notices: tuple[Notice, ...]
    left_out: int = 0  # number of labels left out
    merging: Edit | None = None
    merged: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The state after the new documents are stored, and what `following` needs to store the rest."""

    ids: tuple[str, ...]
    incoming: Incoming
    notices: tuple[Notice, ...]
    merging: Edit | None  # the edit that added to existing documents, None if nothing was added
    suggestions: int  # number stored with new documents or by ``merging``
    suggested: tuple[tuple[str, tuple[Suggestion, ...]], ...]  # document id and suggestions, for existing documents
    near: tuple[tuple[Article, NearDuplicate], ...]
    present: tuple[str, ...]  # titles of articles whose text the project already had


def take_in(
    project: Project,
    incoming: Incoming,
    *,
    as_suggestions: bool = False,
    exclude_furniture: bool = False,
    carry: bool = False,
    supersede: bool = False,
    schema: Schema | None = None,
) -> ImportResult:
    """Store an import in one call, without pauses; see `storing` and `following`."""
    with uncollected():
        stored = slices.finish(
            storing(
                project, incoming, as_suggestions=as_suggestions, exclude_furniture=exclude_furniture, schema=schema
            )
        )
        return slices.finish(following(project, stored, carry=carry, supersede=supersede))


def storing(
    project: Project,
    incoming: Incoming,
    *,
    as_suggestions: bool,
    exclude_furniture: bool,
    schema: Schema | None = None,
) -> Generator[None, None, Stored]:
    """Store documents in one transaction, pausing often.

    If a text already exists, its labels are added to the existing document, without duplicates, as an undoable edit.
    Rows whose ids are taken get new ids. A package takes only what `fitting` returns. If the generator is closed early,
    nothing was added.

    Args:
        project: Open for writing.
        incoming: The result of `import_read.read`.
        as_suggestions: Store labels as pending suggestions, also for existing documents with the same text.
        exclude_furniture: Exclude paragraphs that look like page furniture.
        schema: The new schema, if labels are to be added to it in the same transaction; None keeps the project's.

    Raises:
        SchemaError: A label or relation is not in the schema; nothing was added.
    """
    incoming = fitting(project, incoming)
    notices = list(incoming.notices)
    suggested: list[tuple[str, tuple[Suggestion, ...]]] = []
    merging: Edit | None = None
    others = incoming.articles
    if as_suggestions:
        entries, suggested = suggestions_of(project, incoming.annotated, schema or project.schema)
    else:
        there, others = known_with_labels(project, incoming.articles)
        arrivals = Arrivals(project, notices, schema or project.schema)
        entries, merging = yield from arrivals.resolve([*incoming.annotated, *there])
    articles, near = yield from _grouped(replace(incoming, articles=others))
    labels: Edit | None = None
    if schema is not None:
        change = SchemaChange(before=project.schema, after=schema)
        labels = yield from schema_change.step(project.read, change, annotator=project.annotator)
    added = yield from project.adding(
        entries, articles, exclude_furniture=exclude_furniture, labels=labels, merging=merging
    )
    changes = () if merging is None else merging.changes
    return Stored(
        ids=added.ids,
        incoming=incoming,
        notices=tuple(notices),
        merging=merging,
        suggestions=sum(len(entry.suggestions) for entry in entries)
        + sum(isinstance(change.after, Suggestion) for change in changes),
        suggested=tuple(suggested),
        near=tuple(near),
        present=tuple(added.present),
    )


def following(
    project: Project,
    stored: Stored,
    *,
    carry: bool,
    supersede: bool,
    on_replaced: Callable[[Edit], None] = lambda _: None,
) -> Generator[None, None, ImportResult]:
    """Store what has to wait for the documents, in separate steps, pausing often.

    If the generator is closed early, the documents and some of the rest are stored, and the files are read again next
    time.

    Args:
        project: Open for writing.
        stored: The result of `storing`.
        carry: Suggest a near-duplicate's labels for the new article.
        supersede: Let an article replace its near-duplicate; its labels are suggested by the same undoable edit.
        on_replaced: Called with this edit as soon as it is stored.
    """
    notices, near = list(stored.notices), list(stored.near)
    for document, suggestions in stored.suggested:
        if not project.read.taken_ids([document]):  # the article was deleted meanwhile
            continue
        sources = sorted({s.source for s in suggestions})
        project.put_answers(
            document, [SourceAnswer(name, [s for s in suggestions if s.source == name]) for name in sources]
        )
        yield
    new = frozenset(stored.ids)
    present = project.read.documents_with_text(likeness.sha256 for _, likeness in near)
    fresh = {sha256: id_ for sha256, id_ in present.items() if id_ in new}
    if not carry:  # near-duplicates of existing articles were already reported when these were imported
        near = [(article, likeness) for article, likeness in near if likeness.sha256 in fresh]
    pairs = _replaced(project, near, fresh) if supersede else {}
    if pairs:
        edit = yield from project.timeline.doing(replacing(project.read, pairs.values(), project.annotator))
        if edit is not None:
            on_replaced(edit)
    carried = yield from _carrying(project, near, notices, carry=carry, replaced=pairs)
    whole = stored.incoming.whole
    for start in range(0, len(whole), _FILES):  # remembered last, so that an interrupted import reads the files again
        project.remember_files({f.digest: f.prints for f in whole[start : start + _FILES]})
        yield
    notices.extend(Notice(code="present", details={"title": title}) for title in stored.present)
    count = carried + stored.suggestions + sum(len(s) for _, s in stored.suggested)
    return ImportResult(
        ids=stored.ids,
        suggestions=count,
        notices=tuple(notices),
        left_out=sum(file.left_out for file in stored.incoming.labelled),
        merging=stored.merging,
        merged=0 if stored.merging is None else len(stored.merging.document_ids),
        replaced=len(pairs),
    )


def _grouped(incoming: Incoming) -> Generator[None, None, tuple[list[Article], list[tuple[Article, NearDuplicate]]]]:
    """Put near-duplicates into the group of their match; return all articles, and the pairs (article, match)."""
    known = {near.sha256: near for near in incoming.near}
    if not known:
        return list(incoming.articles), []
    articles: list[Article] = []
    found: list[tuple[Article, NearDuplicate]] = []
    for article in incoming.articles:
        near = known.get(fingerprint(article.text))
        if near is None:
            articles.append(article)
        else:
            articles.append(replace(article, meta={**article.meta, GROUP: near.group}))
            found.append((article, near))
        yield
    return articles, found


def _carrying(
    project: Project,
    found: Sequence[tuple[Article, NearDuplicate]],
    notices: list[Notice],
    *,
    carry: bool,
    replaced: Mapping[str, Succession],
) -> Generator[None, None, int]:
    """Report near-duplicates, and carry labels over to them; return the number of suggestions."""
    ids = project.read.documents_with_text(near.sha256 for _, near in found)
    count = 0
    for article, near in found:
        stands = None if near.document is None else replaced.get(near.document)
        replaces = stands is not None and stands.new == ids.get(near.sha256)
        notices.extend(_notices(article, near, carry=carry or replaces, replaces=replaces))
        if replaces:
            count += len(near.suggestions)
        elif carry:
            count += _carry(project, near)
        yield
    return count


def _replaced(
    project: Project, found: Sequence[tuple[Article, NearDuplicate]], added: Mapping[str, str]
) -> dict[str, Succession]:
    """Return the succession of each document that is replaced; the first of several replacements counts.

    ``added`` maps the SHA-256 of each new document's text to the document's id.
    """
    olds = [near.document for _, near in found if near.document is not None]
    there = {line.id for line in project.read.lines(olds, project.annotator) if line.replaced_by is None}
    pairs: dict[str, Succession] = {}
    for _, near in found:
        new = added.get(near.sha256)
        if new is not None and near.document is not None and near.document in there:
            pairs.setdefault(near.document, Succession(old=near.document, new=new, suggestions=near.suggestions))
    return pairs


def _notices(article: Article, near: NearDuplicate, *, carry: bool, replaces: bool) -> Iterator[Notice]:
    titles = {"title": article.title, "other": near.title}
    yield Notice(code="replaced" if replaces else "near", details=titles)
    for code, words in (("changed", near.changed), ("orphan", near.orphans)):
        if carry and words:
            quotes = "; ".join(one_line(quote)[:_QUOTE_LENGTH] for quote in words[:_QUOTES])
            yield Notice(code=code, details={**titles, "words": quotes + ("; …" if len(words) > _QUOTES else "")})


def _carry(project: Project, near: NearDuplicate) -> int:
    document = project.read.documents_with_text([near.sha256]).get(near.sha256)
    if document is None or not near.suggestions:
        return 0
    carried = [replace(each, document=document) for each in without_ends(near.suggestions)]
    project.put_suggestions(document, CARRIED, carried)
    return len(carried)
