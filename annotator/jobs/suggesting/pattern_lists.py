"""A project's word lists and patterns: reading them, changing them with an edit, and giving them to their source."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from annotator.editing.edits import Change, Edit, EditKind, edit_of
from annotator.jobs.snapshots import opening
from annotator.model import patterns
from annotator.model.patterns import INDEX, Listed, PatternList, setting_of
from annotator.model.values import Setting
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.suggest.sources.patterns import INFO
from annotator.suggest.sources.source import SourceInfo, SourceKind


def listed_here(project: Project) -> tuple[Listed, ...]:
    """Return the project's lists without their entries, those in the index first.

    After a merge, the index is that of one copy only. Lists missing from the index are added, and lists that no longer
    exist are left out.
    """
    read = project.read
    index = patterns.listed(read.setting(INDEX))
    there = dict.fromkeys(name.removeprefix(setting_of("")) for name in read.setting_names(setting_of("")))
    strays = [patterns.loads(id_, read.setting(setting_of(id_))) for id_ in there.keys() - {each.id for each in index}]
    found = patterns.listed(patterns.index_of(strays, {each.id: patterns.dumps(each) for each in strays}))
    return (*(each for each in index if each.id in there), *sorted(found, key=lambda each: each.name))


def lists_here(project: Project) -> tuple[PatternList, ...]:
    """Return the project's lists with their entries."""
    read = project.read
    return tuple(patterns.loads(each.id, read.setting(setting_of(each.id))) for each in listed_here(project))


def read_lists(path: Path, *, progress: Progress = no_progress) -> tuple[PatternList, ...]:
    """Return the lists of a project file."""
    progress(0, 1)
    with opening(path) as project:
        return lists_here(project)


def changed(project: Project, lists: Sequence[PatternList]) -> Edit | None:
    """Return the edit that replaces the project's lists with these, or None if they are the same."""
    written = {each.id: patterns.dumps(each) for each in lists}
    after = {setting_of(id_): value for id_, value in written.items()}
    known = {setting_of(each.id) for each in listed_here(project)}
    after[INDEX] = patterns.index_of(lists, written)
    changes = []
    for name in sorted({*known, *after}):
        before, value = project.read.setting(name), after.get(name)
        if before != value and not (before is None and name == INDEX and not lists):
            changes.append(Change(before=_setting(name, before), after=_setting(name, value)))
    return edit_of(EditKind.LISTS, changes, annotator=project.annotator)


def pattern_info(project: Project) -> SourceInfo | None:
    """Describe the source of the project's lists without reading their entries; None if there are no lists."""
    found = listed_here(project)
    if not found:
        return None
    labels = sorted({label for each in found if each.on for label in each.labels})
    mark = sha256(repr([(each.name, each.on, each.sha256) for each in found]).encode()).hexdigest()[:8]
    return replace(INFO, version=f"{INFO.version}.{mark}", labels=tuple(labels))


def with_lists(project: Project, sources: Iterable[SourceInfo]) -> tuple[SourceInfo, ...]:
    """Return the sources; the source of patterns gets the project's lists."""
    return tuple(
        replace(each, lists=_written(project)) if each.kind is SourceKind.PATTERNS else each for each in sources
    )


def _written(project: Project) -> tuple[str, ...]:
    written = (project.read.setting(setting_of(each.id)) for each in listed_here(project) if each.on)
    return tuple(filter(None, written))


def _setting(name: str, value: str | None) -> Setting | None:
    return None if value is None else Setting(name=name, value=value)
