"""The suggestion sources of a project: those installed on this computer, as the project chose them."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import source_choices
from annotator.project.project import Project
from annotator.suggest.sources import own
from annotator.suggest.sources.foreign import apply_choices
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesHere:
    """The sources of a project, without its adapters, the most trusted first.

    ``every`` are all usable ones, ``asked`` those that are not switched off. ``problems`` say why other sources of the
    project cannot be used.
    """

    every: tuple[SourceInfo, ...]
    asked: tuple[SourceInfo, ...]
    problems: tuple[ModelError, ...] = ()


def sources_here(project: Project, found: Sequence[SourceInfo]) -> SourcesHere:
    """Return the sources of a project; nothing is loaded.

    Args:
        project: It says which sources are off, which of the user's own are on, and which installed pipelines to add.
        found: The sources that ship with the program, and the user's own pipelines.
    """
    chosen = own.in_force(source_choices.loads(project.read.setting(source_choices.SOURCES)), found)
    here = apply_choices(found, chosen)
    asked = tuple(info for info in here.sources if info.name not in chosen.off)
    return SourcesHere(every=here.sources, asked=asked, problems=here.problems)
