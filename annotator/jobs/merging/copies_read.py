"""Reading what a copy of a project brings: the edits that are new here, without the parts that do not fit."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from uuid import NAMESPACE_OID, uuid5

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.row_keys import RowKey, document_of, key_of
from annotator.jobs.merging.answers import MergeAnswers
from annotator.jobs.merging.report import MergeProblem, Trouble
from annotator.jobs.merging.unfit_edits import SIGNED, TextFacts, refuse_homeless, refuse_unfit
from annotator.model.packages import PACKAGE
from annotator.model.values import Document, Relation, Row, Setting, Span, Suggestion
from annotator.project.project import Project
from annotator.store import copies, file
from annotator.store.sqlite_errors import altered, expect_altered
from annotator.system.errors import StoreError
from annotator.text.normalization import fingerprint


class Mine:
    """The log of the project that copies are merged into."""

    def __init__(self, project: Project) -> None:
        self.read = project.read
        self.name = project.path.name
        self.package = project.packed
        self.ids = project.read.log.ids()
        self.known = set(self.ids)

    @cached_property
    def log(self) -> list[Edit]:
        """The whole log; it is read only if a copy has something new."""
        return list(self.read.log.whole())

    @cached_property
    def added(self) -> set[str]:
        """The ids of all documents that appear in the log."""
        return {row.id for edit in self.log for c in edit.changes if isinstance(row := c.after or c.before, Document)}

    @cached_property
    def deleted(self) -> set[str]:
        """The ids of all documents that were ever deleted; some of them may be back."""
        return {id_ for edit in self.log if edit.kind is EditKind.DELETE for id_ in edit.document_ids}


class NewEdits(NamedTuple):
    """The edits of a file that are new here, and the file's name."""

    file: str
    edits: list[Edit]


@dataclass(slots=True, kw_only=True)
class Coming:
    """The new edits in the files to merge, and the documents that these edits are about, with their texts."""

    logs: list[NewEdits] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[MergeProblem] = field(default_factory=list)

    @property
    def texts(self) -> dict[str, str]:
        """The texts, by document id."""
        return {id_: document.text for id_, document in self.documents.items()}


@contextmanager
def opened_copy(path: Path) -> Iterator[Project]:
    """Open a copy for reading; if its format is older, open a migrated private copy of it.

    Raises:
        StoreError: The copy cannot be read, or another program altered it.
    """
    try:
        other = Project.open(path, read_only=True)
    except StoreError as error:
        if error.code not in {"store.needs_migration", "store.old_unwritable"}:
            raise
        with TemporaryDirectory() as folder:
            copied = Path(folder, path.name)
            with closing(file.connect(path, read_only=True)) as connection:
                copies.copy_to(connection, copied)
            with closing(Project.open(copied)) as migrated:
                yield migrated
        return
    with closing(other):
        if other.altered:
            expect_altered(path, ())  # it is refused, not read
            raise altered(path, other.altered)
        yield other


def read_copy(other: Project, mine: Mine, coming: Coming, answers: MergeAnswers) -> None:
    """Add what a copy brings to ``coming``; do nothing if the copy has nothing new.

    Raises:
        AnnotatorError: The file is a copy of another project, or something in it cannot be read or does not fit.
    """
    if mine.package is not None and (other.packed is None or other.packed.id != mine.package.id):
        raise StoreError("package.other", file=other.path.name, package=mine.name)
    theirs = other.read.log.ids()
    if not theirs or not mine.ids or theirs[0] != mine.ids[0]:
        raise StoreError("store.other_project", file=other.path.name)
    if mine.known.issuperset(theirs):
        return
    fresh = list(other.read.log.whole(set(theirs) - mine.known))
    copy = _Copy(other, mine, answers)
    fresh = [_as_known_here(edit, answers) for edit in copy.own(fresh)]
    fresh = copy.with_founding(fresh)
    fresh = copy.cut(fresh)
    refuse_unfit(fresh, copy.known_texts(fresh), mine.known.union(edit.id for edit in fresh), other.path.name)
    refuse_homeless(fresh, copy.missing_spans(fresh), other.path.name)
    coming.problems += copy.problems
    if fresh:
        coming.logs.append(NewEdits(other.path.name, fresh))
        coming.documents |= copy.documents


class _Copy:
    """One copy while it is being read."""

    def __init__(self, other: Project, mine: Mine, answers: MergeAnswers) -> None:
        self._read = other.read
        self._name = other.path.name
        self._mine = mine
        self._answers = answers
        self.documents: dict[str, Document] = {}
        self.problems: list[MergeProblem] = []

    def own(self, fresh: Sequence[Edit]) -> list[Edit]:
        """Return the edits to merge; from a package, only edits by its owner and by people that the answers allow."""
        person = _package_of(self._read.setting(PACKAGE))
        if person is None:
            return list(fresh)
        welcome = {person, *self._answers.also}
        welcome |= {theirs for theirs, ours in self._answers.aliases.items() if ours in welcome}
        left = Counter(edit.annotator for edit in fresh if edit.annotator not in welcome)
        for name, count in sorted(left.items()):
            self._tell(Trouble.OTHERS, name, name, count)
        kept = [_signed_by(edit, welcome) for edit in fresh if edit.annotator in welcome]
        lost = _spans_of(fresh) - _spans_of(kept)
        return list(_without_ends(kept, lost - self._mine.read.taken_ids(lost)))

    def with_founding(self, fresh: Sequence[Edit]) -> list[Edit]:
        """Return the edits after an import edit for each document that no log adds; early versions logged none."""
        about = {id_ for edit in fresh for id_ in edit.document_ids} - self._mine.added
        unnamed = about - self._mine.read.taken_ids(sorted(about))
        unnamed &= self._read.taken_ids(sorted(unnamed))
        unnamed = {id_ for id_ in unnamed if id_ not in self._mine.deleted or self._answers.brings_back(id_)}
        if not unnamed:
            return list(fresh)
        whole = list(self._read.log.whole())
        unnamed -= {row.id for edit in whole for change in edit.changes if isinstance(row := change.after, Document)}
        return [*(founding(self._read, id_, whole) for id_ in sorted(unnamed)), *fresh]

    def cut(self, fresh: Sequence[Edit]) -> list[Edit]:
        """Return the edits without rows of articles whose text differs between the files, or that neither file has."""
        ids = sorted({document for edit in fresh for document in edit.document_ids})
        there, here = self._read.taken_ids(ids), self._mine.read.hashes(ids)
        said = {row.id: row.sha256 for e in fresh for c in e.changes if isinstance(row := c.after, Document)}
        refused: set[str] = set()
        for id_ in (id_ for id_ in ids if id_ in there):
            document = self._read.document(id_)
            ours = here.get(id_, said.get(id_, document.sha256))
            if fingerprint(document.text) != ours or document.sha256 != ours:
                refused.add(id_)
                self._tell(Trouble.OTHER_TEXT, document.title, id_, _labels_of(fresh, id_))
            else:
                self.documents[id_] = document
        for id_ in sorted(self._mine.deleted.intersection(ids) - here.keys() - self._mine.added - said.keys()):
            if (labels := _labels_of(fresh, id_)) and id_ not in refused:
                title = self.documents[id_].title if id_ in self.documents else id_
                if not self._answers.brings_back(id_):
                    self._tell(Trouble.DELETED, title, id_, labels)
        gone = {id_ for edit in fresh if edit.kind is EditKind.DELETE for id_ in edit.document_ids}
        added = {id_ for id_ in said if id_ in there or id_ in gone}  # the copy lacks the texts of all others
        nowhere = set(ids) - here.keys() - added - self._mine.added - refused
        if nowhere:
            lost = sum(_labels_of(fresh, id_) for id_ in nowhere - self._mine.deleted)
            if lost:
                self._tell(Trouble.MISSING, "", "", lost)
            refused |= nowhere
        return list(_without(fresh, refused)) if refused else list(fresh)

    def known_texts(self, fresh: Sequence[Edit]) -> dict[str, TextFacts]:
        """Return facts about the texts of the edits' documents, by id; neither file may have the text."""
        known = {id_: TextFacts(each.sha256, len(each.text)) for id_, each in self.documents.items()}
        ids = {id_ for edit in fresh for id_ in edit.document_ids} - known.keys()
        hashes = self._mine.read.hashes(ids)
        return known | {id_: TextFacts(sha256, len(self._mine.read.text(id_))) for id_, sha256 in hashes.items()}

    def missing_spans(self, fresh: Iterable[Edit]) -> set[str]:
        """Return the ids of the spans that the edits' relations start from or lead to, and that no log has."""
        changed = (change.after for edit in fresh for change in edit.changes)
        ends = {end for row in changed if isinstance(row, Relation) for end in (row.head, row.tail)} - _spans_of(fresh)
        ends -= self._mine.read.taken_ids(ends)
        return ends - _spans_of(self._mine.log) if ends else ends

    def _tell(self, trouble: Trouble, name: str, key: str, count: int) -> None:
        self.problems.append(MergeProblem(trouble=trouble, name=name, key=key, count=count, file=self._name))


def founding(read: Any, document: str, log: Iterable[Edit]) -> Edit:
    """Return the import edit with which a log would begin if imports had been logged when the document came.

    All copies make the same edit: it holds the document's rows as they were before the first logged edit.
    """
    first: dict[RowKey, Row | None] = {}
    start: Edit | None = None
    for edit in log:
        start = start or edit
        for change in edit.changes:
            if change.before is not None:
                first.setdefault(key_of(change.before), change.before)
            if change.after is not None:
                first.setdefault(key_of(change.after), None)
    now = read.annotated(document, None)
    rows: dict[RowKey, Row] = {("document", document): replace(now.document, text="")}
    every: tuple[Row, ...] = (*now.spans, *now.labels, *now.sentences, *now.states)
    rows |= {key_of(row): row for row in every}
    rows |= {key: row for key, row in first.items() if row is not None and document_of(row) == document}
    related = {key_of(row): row for row in now.relations}
    related |= {k: row for k, row in first.items() if isinstance(row, Relation) and ("span", row.head) in rows}
    founded = [row for key, row in (rows | related).items() if first.get(key, row) is not None]
    return Edit(
        id=uuid5(NAMESPACE_OID, f"spanwright {document}").hex,
        kind=EditKind.IMPORT,
        annotator=start.annotator if start is not None else "",
        when=start.when if start is not None else "",
        changes=tuple(Change(after=row) for row in founded if not isinstance(row, Suggestion)),
        about=frozenset({document}),
    )


def _package_of(setting: str | None) -> str | None:
    """Return the name of the person that a package is for, or None if the file is not a package."""
    try:
        found = json.loads(setting or "null")
    except (ValueError, RecursionError):
        return None
    name = found.get("annotator") if isinstance(found, dict) else None
    return name if isinstance(name, str) and name else None


def _signed_by(edit: Edit, welcome: set[str]) -> Edit:
    """Return an edit from a package without settings, and without rows of people other than ``welcome``."""
    rows = ((change, change.after or change.before) for change in edit.changes)
    kept = tuple(
        change
        for change, row in rows
        if not isinstance(row, Setting) and not (isinstance(row, SIGNED) and row.annotator not in welcome)
    )
    return edit if len(kept) == len(edit.changes) else replace(edit, changes=kept)


def _spans_of(edits: Iterable[Edit]) -> set[str]:
    rows = (change.after or change.before for edit in edits for change in edit.changes)
    return {row.id for row in rows if isinstance(row, Span)}


def _without_ends(edits: Iterable[Edit], lost: set[str]) -> Iterator[Edit]:
    """Yield edits without relations of lost spans; an edit of nothing else is left out, and may come with its spans."""
    for edit in edits:
        rows = ((change, change.after or change.before) for change in edit.changes)
        kept = tuple(
            c for c, row in rows if not (isinstance(row, Relation) and lost.intersection((row.head, row.tail)))
        )
        if kept or not edit.changes:
            yield edit if len(kept) == len(edit.changes) else replace(edit, changes=kept)


def _as_known_here(edit: Edit, answers: MergeAnswers) -> Edit:
    """Return an edit with people's names replaced by the names that they have here."""
    known = answers.aliases
    if not known:
        return edit

    def named(row: Row | None) -> Row | None:
        if isinstance(row, SIGNED) and row.annotator in known:
            renamed: Row = replace(row, annotator=known[row.annotator])
            return renamed
        return row

    changes = tuple(replace(c, before=named(c.before), after=named(c.after)) for c in edit.changes)
    return replace(edit, annotator=known.get(edit.annotator, edit.annotator), changes=changes)


def _labels_of(fresh: Iterable[Edit], document: str) -> int:
    rows = (change.after or change.before for edit in fresh for change in edit.changes)
    return len({row.id for row in rows if isinstance(row, Span) and row.document == document})


def _without(fresh: Iterable[Edit], documents: set[str]) -> Iterator[Edit]:
    """Yield edits without the rows of some documents, and without relations of spans in these documents."""
    lost: set[str] = set()
    for edit in fresh:
        kept: list[Change] = []
        for change in edit.changes:
            row = change.after or change.before
            if row is None or document_of(row) in documents:
                lost |= {row.id} if isinstance(row, Span) else set()
            elif not isinstance(row, Relation) or not lost.intersection((row.head, row.tail)):
                kept.append(change)
        if kept or not edit.document_ids or edit.document_ids - documents:
            whole = len(kept) == len(edit.changes)
            yield edit if whole else replace(edit, changes=tuple(kept), about=edit.document_ids - documents)
