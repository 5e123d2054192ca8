"""Storing imported files in a project."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from annotator.corpus.article import Article
from annotator.editing.edits import Edit, EditKind, SlicedEdit
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.formats.shared.renewed import with_new_ids
from annotator.jobs import schema_change
from annotator.jobs.importing import import_merge
from annotator.jobs.importing.article_labels import known_with_labels
from annotator.jobs.importing.article_replacement import Succession, replacing
from annotator.jobs.importing.import_merge import Merged
from annotator.jobs.importing.import_read import Incoming, Notice
from annotator.jobs.importing.import_to_package import fitting
from annotator.jobs.importing.near_versions import CARRIED, GROUP, Near
from annotator.model.json_records import to_line
from annotator.model.schema import Schema
from annotator.model.values import IMPORTED, Annotated, Document, DraftRelation, Relation, Span, Suggestion, new_id
from annotator.processes import slices
from annotator.processes.collector import uncollected
from annotator.project.project import Project
from annotator.system.errors import StoreError
from annotator.text.normalization import fingerprint

_QUOTES = 5  # labels quoted in one notice
_QUOTE_LENGTH = 80  # characters quoted of each label
_PORTION = 100  # documents looked up at a time
_FILES = 100  # files recorded at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The result of an import: the ids of new documents, the number of suggestions, and notices.

    ``merging`` is the edit that added labels to existing documents, and ``merged`` the number of these documents.
    ``replacing`` is the edit that replaced documents with new versions, and ``replaced`` their number.
    """

    ids: tuple[str, ...]
    suggestions: int
    notices: tuple[Notice, ...]
    left_out: int = 0  # number of labels left out
    merging: Edit | None = None
    merged: int = 0
    replacing: Edit | None = None
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
    near: tuple[tuple[Article, Near], ...]
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
) -> Taken:
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

    If a text exists already, its labels are added to the existing document, without duplicates, as an undoable edit.
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
    merged: Edit | None = None
    others = incoming.articles
    if as_suggestions:
        entries, suggested = _suggestions(project, incoming.annotated, schema or project.schema)
    else:
        there, others = known_with_labels(project, incoming.articles)
        arrivals = _Arrivals(project, notices, schema or project.schema)
        entries, merged = yield from arrivals.resolve([*incoming.annotated, *there])
    articles, near = yield from _grouped(replace(incoming, articles=others))
    labels: Edit | None = None
    if schema is not None:
        change = SchemaChange(before=project.schema, after=schema)
        labels = yield from schema_change.step(project.read, change, annotator=project.annotator)
    added = yield from project.adding(
        entries, articles, exclude_furniture=exclude_furniture, labels=labels, merging=merged
    )
    changes = () if merged is None else merged.changes
    return Stored(
        ids=added.ids,
        incoming=incoming,
        notices=tuple(notices),
        merging=merged,
        suggestions=sum(len(entry.suggestions) for entry in entries)
        + sum(isinstance(change.after, Suggestion) for change in changes),
        suggested=tuple(suggested),
        near=tuple(near),
        present=tuple(added.present),
    )


def following(project: Project, stored: Stored, *, carry: bool, supersede: bool) -> Generator[None, None, Taken]:
    """Store what has to wait for the documents, in separate steps, pausing often.

    If the generator is closed early, the documents and some of the rest are stored, and the files are read again next
    time.

    Args:
        project: Open for writing.
        stored: The result of `storing`.
        carry: Suggest a near-duplicate's labels for the new article.
        supersede: Let an article replace its near-duplicate; its labels are suggested by the same undoable edit.
    """
    notices, near = list(stored.notices), list(stored.near)
    for document, suggestions in stored.suggested:
        for source in sorted({s.source for s in suggestions}):
            project.put_suggestions(document, source, [s for s in suggestions if s.source == source])
            yield
    new = frozenset(stored.ids)
    present = project.read.documents_with_text(likeness.sha256 for _, likeness in near)
    fresh = {sha256: id_ for sha256, id_ in present.items() if id_ in new}
    if not carry:  # near-duplicates of existing articles were already reported when these were imported
        near = [(article, likeness) for article, likeness in near if likeness.sha256 in fresh]
    pairs = _replaced(project, near, fresh) if supersede else {}
    edit: Edit | None = None
    if pairs:
        edit = yield from project.timeline.doing(replacing(project.read, pairs.values(), project.annotator))
    carried = yield from _carrying(project, near, notices, carry=carry, replaced=pairs)
    whole = stored.incoming.whole
    for start in range(0, len(whole), _FILES):  # remembered last, so that an interrupted import reads the files again
        project.remember_files({f.digest: f.prints for f in whole[start : start + _FILES]})
        yield
    notices.extend(Notice(code="present", details={"title": title}) for title in stored.present)
    count = carried + stored.suggestions + sum(len(s) for _, s in stored.suggested)
    return Taken(
        ids=stored.ids,
        suggestions=count,
        notices=tuple(notices),
        left_out=sum(file.left_out for file in stored.incoming.labelled),
        merging=stored.merging,
        merged=0 if stored.merging is None else len(stored.merging.document_ids),
        replacing=edit,
        replaced=len(pairs),
    )


def _grouped(incoming: Incoming) -> Generator[None, None, tuple[list[Article], list[tuple[Article, Near]]]]:
    """Put near-duplicates into the group of their match; return all articles, and the pairs (article, match)."""
    known = {near.sha256: near for near in incoming.near}
    if not known:
        return list(incoming.articles), []
    articles: list[Article] = []
    found: list[tuple[Article, Near]] = []
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
    found: Sequence[tuple[Article, Near]],
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
    project: Project, found: Sequence[tuple[Article, Near]], added: Mapping[str, str]
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


def _notices(article: Article, near: Near, *, carry: bool, replaces: bool) -> Iterator[Notice]:
    titles = {"title": article.title, "other": near.title}
    yield Notice(code="replaced" if replaces else "near", details=titles)
    for code, words in (("changed", near.changed), ("orphan", near.orphans)):
        if carry and words:
            quotes = "; ".join(" ".join(quote.split())[:_QUOTE_LENGTH] for quote in words[:_QUOTES])
            yield Notice(code=code, details={**titles, "words": quotes + ("; …" if len(words) > _QUOTES else "")})


def _carry(project: Project, near: Near) -> int:
    document = project.read.documents_with_text([near.sha256]).get(near.sha256)
    if document is None or not near.suggestions:
        return 0
    project.put_suggestions(document, CARRIED, [replace(s, document=document) for s in near.suggestions])
    return len(near.suggestions)


class _Arrivals:
    """Labelled documents being imported: some are new, and some have a text that the project already has."""

    def __init__(self, project: Project, notices: list[Notice], schema: Schema) -> None:
        self._project = project
        self._single = frozenset(relation.id for relation in schema.relations if relation.single)
        self._notices = notices
        self._taken: set[str] = set()
        self._homes: dict[str, str] = {}  # SHA-256 of a text → id of its document
        self._fresh: dict[str, Annotated] = {}
        self._present: dict[str, Annotated] = {}  # existing documents, unchanged
        self._merged: dict[str, Annotated] = {}  # existing documents, with their additions
        self._waiting: list[tuple[str, Merged, str]] = []  # document id, its additions, title
        self._ids: dict[str, str] = {}  # span id in the file → span id in the project

    def resolve(self, annotated: Sequence[Annotated]) -> Generator[None, None, tuple[list[Annotated], Edit | None]]:
        """Return the new documents, and the edit that adds labels to existing ones; pause after each document."""
        read = self._project.read
        for start in range(0, len(annotated), _PORTION):
            coming = annotated[start : start + _PORTION]
            self._taken |= read.taken_ids(id_ for entry in coming for id_ in _ids(entry))
            self._homes |= read.documents_with_text({entry.document.sha256 for entry in coming})
            yield
        for entry in annotated:
            self._resolve(entry)
            yield
        for home, merged, title in self._waiting:
            self._add_relations(home, merged, title)
            yield
        notices, fresh = self._notices, list(self._fresh.values())
        for place, entry in enumerate(fresh):
            if entry.relations:
                fresh[place] = replace(entry, relations=tuple(map(self._moved, entry.relations)))
        every = yield from _without_loose_ends(self._project, [*fresh, *self._merged.values()], notices)
        step = yield from self._step(every[: len(fresh)], every[len(fresh) :])
        return every[: len(fresh)], step

    def _resolve(self, entry: Annotated) -> None:
        """Take a document as new or as an addition to an existing one; nothing is taken if it is there unchanged."""
        title = {"title": entry.document.title}
        if _is_identical(self._project, entry, self._fresh, self._taken):
            self._notices.append(Notice(code="same", details=title))
            return
        home = self._home(entry.document)
        if home is not None:
            self._merge(home, entry)
            return
        fresh = entry
        if not self._taken.isdisjoint(_ids(entry)):
            self._notices.append(Notice(code="renewed", details=title))
            fresh = with_new_ids(entry)
        self._fresh[fresh.document.id] = fresh
        self._taken.update(_ids(fresh))
        self._homes[fresh.document.sha256] = fresh.document.id

    def _home(self, document: Document) -> str | None:
        """Return the id of the document with the same text, preferring one with the same id; None if there is none."""
        home = self._homes.get(document.sha256)
        if home is None or document.id not in self._taken:
            return home
        try:
            return document.id if self._project.read.document(document.id).sha256 == document.sha256 else home
        except StoreError:  # the id belongs to another kind of row
            return home

    def _merge(self, home: str, entry: Annotated) -> None:
        """Add a document's labels to the document ``home``; its relations wait until the ids of all spans are known."""
        known = self._fresh if home in self._fresh else self._merged
        if home not in known:
            present = self._project.read.annotated(home, None, comments=True)
            if entry.suggestions:
                present = replace(present, suggestions=tuple(self._project.read.suggestions(home)))
            self._present[home] = known[home] = present
        merged = import_merge.merged(known[home], entry, self._taken)
        known[home] = merged.whole
        self._ids |= merged.ids
        self._notices.extend(merged.notices)
        self._waiting.append((home, merged, entry.document.title))

    def _add_relations(self, home: str, merged: Merged, title: str) -> None:
        """Add the relations that `_merge` left waiting, and report what the document ``home`` got."""
        known = self._fresh if home in self._fresh else self._merged
        fresh, second = import_merge.new_relations(known[home], merged.loose, self._ids, self._taken, self._single)
        self._notices.extend(Notice(code="second", details={"title": title, "label": each.label}) for each in second)
        known[home] = replace(known[home], relations=(*known[home].relations, *fresh))
        added, there = merged.added + len(fresh), merged.there + len(merged.loose) - len(fresh) - len(second)
        if added or there:
            details = {"title": title, "added": str(added), "there": str(there)}
            self._notices.append(Notice(code="merged", details=details))
        else:
            self._notices.append(Notice(code="present", details={"title": title}))

    def _moved(self, relation: Relation) -> Relation:
        return replace(relation, tail=self._ids.get(relation.tail, relation.tail))

    def _step(self, fresh: list[Annotated], merged: list[Annotated]) -> SlicedEdit:
        """Return the edit that makes the additions to existing documents, None if there are none."""
        named = [identity.id for entry in fresh for identity in entry.identities]
        known = self._project.read.identities(i.id for entry in merged for i in entry.identities)
        pairs = [(self._present[entry.document.id], entry) for entry in merged]
        changes = yield from import_merge.changes(pairs, [*named, *(identity.id for identity in known)])
        if not changes:
            return None
        return Edit(kind=EditKind.BRING, annotator=self._project.annotator, changes=tuple(changes))


def _ids(entry: Annotated) -> list[str]:
    rows = (entry.spans, entry.relations, entry.suggestions)
    return [entry.document.id, *(row.id for each in rows for row in each), *(row.id for row in entry.comments)]


def _is_identical(project: Project, entry: Annotated, entries: Mapping[str, Annotated], taken: set[str]) -> bool:
    id_, present = entry.document.id, entries.get(entry.document.id)
    if present is None and id_ in taken:
        with suppress(StoreError):  # the id belongs to another kind of row
            present = project.read.annotated(id_, None, suggestions=bool(entry.suggestions), comments=True)
    return present is not None and to_line(present) == to_line(entry)


def _without_loose_ends(
    project: Project, entries: list[Annotated], notices: list[Notice]
) -> Generator[None, None, list[Annotated]]:
    """Drop relations whose tail does not exist, and report identities that differ from the project's."""
    spans = {span.id for entry in entries for span in entry.spans}
    far = {relation.tail for entry in entries for relation in entry.relations} - spans
    spans |= {span.id for span in project.read.spans_of(far)}
    known = {i.id: i for i in project.read.identities(i.id for entry in entries for i in entry.identities)}
    whole = []
    for entry in entries:
        title = entry.document.title
        loose = [relation for relation in entry.relations if relation.tail not in spans]
        notices.extend(Notice(code="relation", details={"title": title, "label": r.label}) for r in loose)
        other = [i for i in entry.identities if known.setdefault(i.id, i) != i]
        notices.extend(Notice(code="identity", details={"title": title, "name": identity.name}) for identity in other)
        whole.append(replace(entry, relations=tuple(r for r in entry.relations if r not in loose)) if loose else entry)
        yield
    return whole


def _suggestions(
    project: Project, annotated: Sequence[Annotated], schema: Schema
) -> tuple[list[Annotated], list[tuple[str, tuple[Suggestion, ...]]]]:
    """Return the new documents, with their labels as suggestions, and the suggestions for existing documents."""
    present = project.read.documents_with_text({entry.document.sha256 for entry in annotated})
    fresh: list[Annotated] = []
    suggested: list[tuple[str, tuple[Suggestion, ...]]] = []
    for entry in annotated:
        for span in entry.spans:
            schema.require_label(span.layer, span.label)
            schema.check_attributes(span.layer, span.attributes)
        known = present.get(entry.document.sha256)
        if known is None:
            renewed = with_new_ids(replace(entry, identities=(), labels=(), sentences=(), states=(), comments=()))
            document = renewed.document
            present[document.sha256] = document.id
            fresh.append(Annotated(document=document, suggestions=tuple(_drafts(renewed))))
        else:
            suggested.append((known, tuple(_drafts(entry, known))))
    return fresh, suggested


def _drafts(entry: Annotated, document: str | None = None) -> Iterator[Suggestion]:
    """Convert spans to suggestions; their relations become drafts that also describe the tail."""
    spans = {span.id: span for span in entry.spans}
    drawn: dict[str, list[DraftRelation]] = {}
    for relation in entry.relations:
        tail = spans.get(relation.tail)
        if tail is not None:
            draft = DraftRelation(label=relation.label, layer=tail.layer, tail_label=tail.label, parts=tail.parts)
            drawn.setdefault(relation.head, []).append(draft)
    for span in entry.spans:
        yield _suggestion(span, document or span.document, tuple(drawn.get(span.id, ())))


def _suggestion(span: Span, document: str, relations: tuple[DraftRelation, ...]) -> Suggestion:
    return Suggestion(
        id=new_id(),
        document=document,
        layer=span.layer,
        label=span.label,
        parts=span.parts,
        attributes=span.attributes,
        relations=relations,
        source=span.origin.source or IMPORTED,
        version=span.origin.version or "",
        score=span.origin.score,
        rule=span.origin.rule,
    )
