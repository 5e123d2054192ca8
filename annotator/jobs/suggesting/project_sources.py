"""Which sources a project asks: what is found on this computer, as the project has chosen among it."""

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
    """The sources of a project, without what was learnt in it, in the order in which they are trusted.

    ``every`` can be asked, ``asked`` are those among them that are not off. ``problems`` say why others that the
    project names cannot be used.
    """

    every: tuple[SourceInfo, ...]
    asked: tuple[SourceInfo, ...]
    problems: tuple[ModelError, ...] = ()


def sources_here(project: Project, found: Sequence[SourceInfo]) -> SourcesHere:
    """Give the sources of a project; nothing is loaded.

    Args:
        project: It says which are off, which of the user's own are on, and which installed pipelines are asked, too.
        found: What ships with the program, and all pipelines of the user's own.
    """
    chosen = own.in_force(source_choices.loads(project.read.setting(source_choices.SOURCES)), found)
    here = apply_choices(found, chosen)
    asked = tuple(info for info in here.sources if info.name not in chosen.off)
    return SourcesHere(every=here.sources, asked=asked, problems=here.problems)
