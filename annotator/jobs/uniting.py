"""Merging copies of a project: files come back from other people, and both logs become one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.editing.edits import Edit
from annotator.editing.uniting import Union, united
from annotator.model.values import Document, Span
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project, back_up
from annotator.store import copies, file
from annotator.store.sqlite_errors import altered
from annotator.system.errors import AnnotatorError, StoreError
from annotator.text.normalization import fingerprint

MERGE = "merge"  # the reason of the backup
_LONGEST = 200  # characters of a person's name


@dataclass(slots=True, kw_only=True)
class Merged:
    """The result of a merge: new edits, spans that changed, rows in dispute, and files that were refused, with why."""

    edits: int = 0
    spans: int = 0
    disputes: int = 0
    refused: list[tuple[Path, AnnotatorError]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Coming:
    """The content of the files to merge: new edits, and the texts of the documents that they name."""

    logs: list[list[Edit]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def files_in(places: Sequence[Path]) -> list[Path]:
    """Return the project files among files and in folders, sorted within each folder."""
    found: list[Path] = []
    for place in places:
        found += sorted(place.glob(f"*{copies.SUFFIX}")) if place.is_dir() else [place]
    return list(dict.fromkeys(found))


def merge(
    project: Project, files: Sequence[Path], *, dry_run: bool = False, progress: Progress = no_progress
) -> Merged:
    """Merge copies of a project into it, in one transaction after a backup; a refused file changes nothing.

    Raises:
        StoreError: The project could not be read or written; nothing was merged.
    """
    read = project.read
    known = read.log.ids()
    told, coming = Merged(), _Coming()
    for number, path in enumerate(files):
        progress(number, len(files))
        try:
            with _opened(path) as other:
                _read(other, project, known, coming)
        except AnnotatorError as error:
            told.refused.append((path, error))
    if not any(coming.logs):
        return told
    union = united(list(read.log.whole()), *coming.logs)
    told.edits = len(union.edits)
    told.spans = len({c.id for e in union.edits for s in e.changes if isinstance(c := s.after or s.before, Span)})
    told.disputes = sum(bool(own) for own in union.disputes.values())
    _refuse_homeless(union, project)
    if not dry_run:
        back_up(project.path, MERGE)
        project.take(union, coming.texts)
    return told


@contextmanager
def _opened(path: Path) -> Iterator[Project]:
    """Open another's file for reading, an older one as a private copy that is migrated."""
    try:
        other = Project.open(path, read_only=True)
    except StoreError as error:
        if error.code != "store.needs_migration":
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
            raise altered(path, other.altered)
        yield other


def _read(other: Project, project: Project, known: Sequence[str], coming: _Coming) -> None:
    """Read what another file brings, unless nothing in it is new.

    Raises:
        AnnotatorError: It is of another project, or something in it cannot be read or does not fit.
    """
    if project.packed is not None and (other.packed is None or other.packed.id != project.packed.id):
        raise StoreError("package.other", file=other.path.name, package=project.path.name)
    theirs = other.read.log.ids()
    if not theirs or not known or theirs[0] != known[0]:
        raise StoreError("store.other_project", file=other.path.name)
    here = set(known)
    if here.issuperset(theirs):
        return
    fresh = [edit for edit in other.read.log.whole() if edit.id not in here]
    texts = _texts(fresh, other, project)
    _refuse_unfit(fresh, texts.get, other.path.name)
    coming.logs.append(fresh)
    coming.texts |= texts


def _texts(fresh: Sequence[Edit], other: Project, project: Project) -> dict[str, str]:
    """Return the texts of all documents that edits are about and the other file has.

    Raises:
        StoreError: ``store.other_text`` for a text that differs from ours, or from what its log says.
    """
    ids = sorted({document for edit in fresh for document in edit.document_ids})
    there, here = other.read.taken_ids(ids), project.read.taken_ids(ids)
    said = {row.id: row.sha256 for e in fresh for c in e.changes if isinstance(row := c.after, Document)}
    found: dict[str, str] = {}
    for id_ in (id_ for id_ in ids if id_ in there):
        document = other.read.document(id_)
        ours = project.read.document(id_).sha256 if id_ in here else said.get(id_, document.sha256)
        if fingerprint(document.text) != ours:
            raise StoreError("store.other_text", file=other.path.name, document=document.title)
        found[id_] = document.text
    return found


def _refuse_unfit(fresh: Sequence[Edit], text: Callable[[str], str | None], name: str) -> None:
    """Refuse names that nobody has, and places outside their text."""
    for edit in fresh:
        if not edit.annotator.isprintable() or not 0 < len(edit.annotator) <= _LONGEST:
            raise StoreError("store.unfit", file=name, edit=edit.id)
        for change in edit.changes:
            if isinstance(change.after, Span):
                words = text(change.after.document)
                if words is not None and change.after.end > len(words):
                    raise StoreError("store.unfit", file=name, edit=edit.id)


def _refuse_homeless(union: Union, project: Project) -> None:
    """Refuse labels of articles that neither file's log brings: of a file from before logs named imports."""
    rows = [row for row in union.rows.values() if row is not None]
    homeless = {row.document for row in rows if isinstance(row, Span)}
    homeless -= {row.id for row in rows if isinstance(row, Document)}
    homeless -= project.read.taken_ids(homeless)
    if homeless:
        raise StoreError("store.unfit", file=project.path.name, edit=union.edits[0].id)
