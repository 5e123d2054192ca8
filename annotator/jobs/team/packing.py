"""Writing packages: a project file for each person, with the articles that they were dealt."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from annotator.editing.edits import Change, Edit, EditKind, now
from annotator.jobs.snapshots import Readable, reading
from annotator.model import packages, source_choices
from annotator.model.packages import PACKAGE, Packed, SuggestionTreatment
from annotator.model.source_choices import SOURCES
from annotator.model.values import LABELLING, RETEST, SCHEMA, Package, new_id
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import PAGE_RULES, Project
from annotator.store import copies
from annotator.store.fixed import ANNOTATOR
from annotator.store.packing import Content
from annotator.suggestions.renewal import HALF
from annotator.system import disk
from annotator.system.errors import StoreError
from annotator.system.staging import room

_TAKEN_ALONG = (SCHEMA, "language", PAGE_RULES)  # settings that every package gets from the project
_ROOM = "packages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A written package: its row for the log, its file, and the number of its articles.

    The file is hidden under the name ``made`` until the package is recorded. If the job is killed before that, nobody
    sends a package of which the project knows nothing, and `annotator.system.staging.clear` removes the hidden file.
    """

    package: Package
    path: Path
    articles: int

    @property
    def made(self) -> Path:
        """The hidden file beside ``path``."""
        return self.path.with_name(f".{self.path.name[:40]}.spanwright-{self.package.id[:8]}")


def write(
    project: Readable,
    folder: Path,
    people: Sequence[str] | None = None,
    suggestions: SuggestionTreatment = SuggestionTreatment.INCLUDED,
    *,
    again: bool = False,
    progress: Progress = no_progress,
) -> list[Written]:
    """Write a hidden package for each person who was dealt articles, by default for everybody; progress is in packages.

    A package holds the articles that its person has neither begun nor finished in the project, and without ``again``
    only those in no earlier package for that person. People with no articles to send get none. No existing file is
    replaced, and if one package cannot be written, none is.

    Raises:
        StoreError: ``package.nobody`` or ``package.sent`` for a named person without articles, or if there is no
            package to write, ``store.exists``, ``package.within``, or a file could not be written.
    """
    with reading(project) as opened:
        if opened.packed is not None:
            raise StoreError("package.within", file=opened.path.name)
        written = _packages_to_write(opened, folder, people, suggestions, again=again)
        write_all(opened, folder, written, suggestions, progress)
    return written


def write_all(
    opened: Project,
    folder: Path,
    written: Sequence[Written],
    suggestions: SuggestionTreatment,
    progress: Progress = no_progress,
    *,
    blank: bool = False,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write hidden packages, all or none; if ``blank``, without the project's suggestions and comments.

    ``settings`` are added to the settings that every package has.

    Raises:
        StoreError: A file already exists or cannot be written.
    """
    contents = [_content(opened, each, settings, blank=blank) for each in written]
    try:
        disk.make_folder(folder)
        with room(folder / _ROOM) as made_in:
            places = [made_in / each.path.name for each in written]
            for number, place in enumerate(opened.pack(contents, places)):
                progress(number, len(written))
                if suggestions is SuggestionTreatment.HELD:
                    _hold_back(place)
            _move(places, [each.made for each in written], copies.settle)
    except OSError as error:
        raise StoreError("format.target", file=folder, reason=disk.reason(error)) from error


def record(project: Project, written: Sequence[Written]) -> None:
    """Show written packages and record them in the log; if that fails, remove them, so that they can be written again.

    Raises:
        StoreError: A file already exists or cannot be moved, or the record could not be stored.
    """
    show(written)
    try:
        project.do(step(written, annotator=project.annotator))
    except BaseException:
        remove(written)
        raise


def show(written: Sequence[Written]) -> None:
    """Make hidden packages visible just before they are recorded. If one cannot be renamed, remove them all.

    Their contents were synced when they were written; their folder is synced once, as the window waits for this.

    Raises:
        StoreError: A file already exists or cannot be moved.
    """
    try:
        _move([each.made for each in written], [each.path for each in written], copies.name)
        _sync_names(written)
    except OSError as error:
        raise StoreError("format.target", file=written[0].path, reason=disk.reason(error)) from error
    finally:
        for each in written:
            with suppress(OSError):
                each.made.unlink()


def _sync_names(written: Sequence[Written]) -> None:
    try:
        disk.sync_names(written[0].path.parent)
    except OSError:
        remove(written)
        raise


def remove(written: Sequence[Written]) -> None:
    """Remove the files of written packages."""
    for each in written:
        with suppress(OSError):
            each.path.unlink()


def step(written: Sequence[Written], *, annotator: str) -> Edit:
    """Return the edit that records written packages."""
    changes = tuple(Change(after=each.package) for each in written)
    return Edit(kind=EditKind.PACK, annotator=annotator, changes=changes)


def to_send(opened: Project, person: str, *, again: bool = False) -> list[str]:
    """Return the articles that a package for this person would hold; ``again`` includes those sent before."""
    assigned = opened.read.assigned
    earlier = set() if again else assigned.sent(person, LABELLING)
    return [id_ for id_ in assigned.to_send(person, LABELLING) if id_ not in earlier]


def _packages_to_write(
    opened: Project, folder: Path, people: Sequence[str] | None, suggestions: SuggestionTreatment, *, again: bool
) -> list[Written]:
    """Return the packages to write, one for each person with articles to send; ``people`` None means everybody."""
    assigned = opened.read.assigned
    every = assigned.people()
    names = packages.file_names(every)
    written: list[Written] = []
    for person in every if people is None else people:
        documents = to_send(opened, person, again=again)
        if people is not None and not documents:
            raise _nothing(opened, person[: packages.LONGEST_NAME], [person])
        path = folder / f"{names.get(person, '')}{copies.SUFFIX}"
        if documents and path.exists():
            raise StoreError("store.exists", file=path)
        options = {"suggestions": str(suggestions), "documents": documents}
        if documents:
            package = Package(id=new_id(), annotator=person, made=now(), options=options)
            written.append(Written(package=package, path=path, articles=len(documents)))
    if not written:
        raise _nothing(opened, opened.name, every)
    return written


def _nothing(opened: Project, name: str, people: Sequence[str]) -> StoreError:
    """Return the error for a package without articles: they were sent before, or none is dealt and open."""
    sent = any(to_send(opened, person, again=True) for person in people)
    return StoreError("package.sent" if sent else "package.nobody", name=name)


def _content(opened: Project, written: Written, more: Mapping[str, str], *, blank: bool = False) -> Content:
    read, package = opened.read, written.package
    (first, *_) = read.log.ids()
    packed = Packed(
        id=package.id,
        project=first,
        name=opened.name,
        annotator=package.annotator,
        purpose=package.purpose,
        suggestions=SuggestionTreatment(package.options["suggestions"]),
        made=package.made,
    )
    settings = {name: value for name in _TAKEN_ALONG if (value := read.setting(name)) is not None}
    choices = source_choices.loads(read.setting(SOURCES))
    choices = replace(choices, holds_back=packed.suggestions is SuggestionTreatment.HELD, key=key_for(first, package))
    settings |= {
        SOURCES: source_choices.dumps(choices),
        ANNOTATOR: package.annotator,
        PACKAGE: packages.dumps(packed),
        **more,
    }
    return Content(
        id=package.id,
        annotator=package.annotator,
        documents=tuple(package.documents),
        settings=settings,
        suggestions=packed.suggestions is not SuggestionTreatment.WITHHELD and not blank,
        comments=not blank,
    )


def key_for(project: str, package: Package) -> str:
    """Return the seed that draws the sentences in which a package holds back suggestions.

    The seed for a re-test draws half of the sentences.
    """
    key = blake2b(f"{project}\0{package.annotator}".encode(), digest_size=16).hexdigest()
    return f"{HALF}{key}" if package.purpose == RETEST else key


def _move(places: Sequence[Path], targets: Sequence[Path], move: Callable[[Path, Path], None]) -> None:
    """Move all files to their targets, or none; raise the errors of ``move``."""
    settled: list[Path] = []
    try:
        for place, target in zip(places, targets, strict=True):
            move(place, target)
            settled.append(target)
    except BaseException:
        for target in settled:
            target.unlink(missing_ok=True)
        raise


def _hold_back(place: Path) -> None:
    """Hold back the suggestions in some sentences of a package, as its settings say."""
    with closing(Project.open(place)) as made, made.together():
        for document, _ in made.read.texts():
            made.hold_back(document)
