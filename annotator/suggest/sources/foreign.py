"""Using other people's pipelines, and mapping any pipeline's labels to the project's labels.

A project names the installed packages that it uses. A pipeline in a folder is first copied to the user's own pipelines
(`annotator.suggest.sources.own`), after a person on this computer has confirmed it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.model.source_choices import SourceChoices
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.sources import own
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.pipeline_folder import describe, refuse_odd_files
from annotator.suggest.sources.registry import english_package, package_folder
from annotator.suggest.sources.source import ROLES_MARK, SourceInfo, SourceKind
from annotator.suggestions.label_roles import USUAL, Roles, counterpart
from annotator.system.errors import ModelError

_GROUP = "spacy_models"  # the group of entry points of packages that are pipelines


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenSources:
    """The sources of a project, in order of trust, and the errors of the sources that cannot be used."""

    sources: tuple[SourceInfo, ...]
    problems: tuple[ModelError, ...] = ()


def installed() -> list[str]:
    """Return the names of installed pipelines, sorted, without the built-in one. No package is imported."""
    from importlib.metadata import entry_points  # imported late: few projects name a package

    shipped = english_package()
    names = {point.name for point in entry_points(group=_GROUP) if point.name.isidentifier()}
    return sorted(name for name in names if package_folder(name) != shipped)


def apply_choices(sources: Sequence[SourceInfo], choices: SourceChoices) -> ChosenSources:
    """Add the installed pipelines that a project uses to the sources, and apply the project's choices to all.

    Models come before the sources that build on them. Among models, other people's pipelines come last: a language's
    first model is the one that learns, and where names overlap, earlier sources win. A second source with the same name
    is ignored.
    """
    models = [info for info in sources if info.kind is SourceKind.MODEL]
    models.sort(key=lambda info: own.is_by_others(info.folder))
    others = [info for info in sources if info.kind is not SourceKind.MODEL]
    problems: list[ModelError] = []
    here = installed() if choices.packages else []
    for name in choices.packages:
        try:
            info = _describe_installed(name, here)
        except ModelError as problem:
            problems.append(problem)
        else:
            models += [info] if all(info.name != known.name for known in models) else []
    every = (_with_labels(info, choices.labels.get(info.name, {})) for info in (*models, *others))
    return ChosenSources(sources=tuple(_with_share(info, choices.share) for info in every), problems=tuple(problems))


def take_in(folder: Path, *, progress: Progress = no_progress) -> SourceInfo:
    """Check that a pipeline can be loaded, then copy it to the user's own pipelines. Loading it may run its code.

    Raises:
        ModelError: ``source.no_pipeline`` or an error of `try_out` if it cannot be used, ``train.unwritable`` if it
            cannot be copied.
    """
    if not (folder / "meta.json").is_file():
        raise ModelError("source.no_pipeline", folder=folder)
    info = try_out(folder, progress=progress)
    return own.take_up(folder, info.name.partition("_")[2], by_others=True)


def try_out(folder: Path, *, progress: Progress = no_progress) -> SourceInfo:
    """Check that a pipeline can be loaded, and describe it. Loading it may run its code.

    Raises:
        ModelError: ``source.missing``, ``source.odd_file``, ``source.broken``, ``source.factory`` or
            ``source.release``.
    """
    progress(0, 1)
    refuse_odd_files(folder)
    info = describe(folder)
    load(info.name, folder, info.version)
    return info


def usual_label(own_label: str, offered: Sequence[str], roles: Roles = USUAL) -> str:
    """Return the default project label for a pipeline's label, used until a person chooses one; "" leaves it out."""
    return counterpart(own_label, offered, roles) or ""


def with_roles(info: SourceInfo, roles: Roles) -> SourceInfo:
    """Return a source that knows the roles of a project's labels.

    If the project calls labels otherwise than we do, a model or the claim rules get another version, so that articles
    are read again.
    """
    if roles == USUAL:
        return info
    if info.kind not in {SourceKind.MODEL, SourceKind.RULES}:
        return replace(info, roles=roles)
    mark = hashlib.sha256(json.dumps((roles.ours, roles.theirs)).encode()).hexdigest()[:6]
    return replace(info, version=f"{info.release}{ROLES_MARK}{mark}", roles=roles)


def _describe_installed(name: str, here: Sequence[str]) -> SourceInfo:
    """Describe an installed pipeline; raise if ``name``, which a project may set to anything, is not one."""
    if name not in here:
        raise ModelError("source.missing", name=name, file=name)
    return describe(package_folder(name))


def _with_share(info: SourceInfo, share: int) -> SourceInfo:
    """Return a source of claims with the project's share. A share other than the default makes another version."""
    if info.kind is not SourceKind.RULES or share == info.share:
        return info
    return replace(info, version=f"{info.version}~{share}", share=share)


def _with_labels(info: SourceInfo, labels: Mapping[str, str]) -> SourceInfo:
    """Return a source with the project's labels. Other labels make another version, so that articles are read again."""
    if not labels:
        return info
    pairs = tuple(sorted(labels.items()))
    mark = hashlib.sha256(json.dumps(pairs).encode()).hexdigest()[:6]
    return replace(info, version=f"{info.version}~{mark}", labels_as=pairs)
