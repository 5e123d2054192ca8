"""Resolves labelled documents of an import: which are new, and what the others add to documents in the project."""

from collections import ChainMap
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from annotator.editing.edits import Edit, EditKind, SlicedEdit
from annotator.formats.shared.renewed import with_new_ids
from annotator.jobs.importing import import_merge
from annotator.jobs.importing.import_merge import MergedArticle
from annotator.jobs.importing.notices import Notice
from annotator.model.json_records import to_line
from annotator.model.schema import Schema
from annotator.model.values import Annotated, Document, Relation
from annotator.project.project import Project
from annotator.system.errors import StoreError

_PORTION = 100  # documents looked up at a time


class Arrivals:
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
        self._waiting: list[tuple[str, MergedArticle, str]] = []  # document id, its additions, title
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
                own = {span.id for span in entry.spans}
                fresh[place] = replace(entry, relations=tuple(self._moved(each, own) for each in entry.relations))
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

    def _add_relations(self, home: str, merged: MergedArticle, title: str) -> None:
        """Add the relations that `_merge` left waiting, and report what the document ``home`` got."""
        known = self._fresh if home in self._fresh else self._merged
        ids = ChainMap(dict(merged.ids), self._ids)  # another document in the file may have the same ids
        fresh, second = import_merge.new_relations(known[home], merged.loose, ids, self._taken, self._single)
        self._notices.extend(Notice(code="second", details={"title": title, "label": each.label}) for each in second)
        known[home] = replace(known[home], relations=(*known[home].relations, *fresh))
        added, there = merged.added + len(fresh), merged.there + len(merged.loose) - len(fresh) - len(second)
        if added or there:
            details = {"title": title, "added": str(added), "there": str(there)}
            self._notices.append(Notice(code="merged", details=details))
        else:
            self._notices.append(Notice(code="present", details={"title": title}))

    def _moved(self, relation: Relation, own: Collection[str]) -> Relation:
        """Return a relation with its tail's id in the project; ``own`` are the span ids of its article."""
        return relation if relation.tail in own else replace(relation, tail=self._ids.get(relation.tail, relation.tail))

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
