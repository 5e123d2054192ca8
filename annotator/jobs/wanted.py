"""What a project wants of its sources."""

from collections.abc import Iterable

from annotator import source_choices
from annotator.model import ATTRIBUTION, CLAIMS, Document
from annotator.project import AUTO, LANGUAGE_SET, Project
from annotator.schema import SPEAKER
from annotator.suggest.layers import qualified
from annotator.suggest.seen import SeenString


def known_language(project: Project, document: Document) -> str | None:
    """Give the language that a person or the project has set for a document; None: find it out."""
    if project.language != AUTO:
        return project.language
    return document.language if document.meta.get(LANGUAGE_SET) else None


def wanted_labels(project: Project) -> tuple[str, ...]:
    """Give the labels that the project's schema offers, as `qualified` calls them, and that of unnamed claimants.

    Of who says what (the layer ``attribution``) nothing is suggested but with a claim.
    """
    schema = project.schema
    offered = [
        qualified(label.layer, label.id) for label in schema.labels if label.layer != ATTRIBUTION and label.active
    ]
    return (*offered, SPEAKER) if schema.label(ATTRIBUTION, SPEAKER) is not None else tuple(offered)


def seen_here(project: Project, learnt: Iterable[tuple[str, str]] = ()) -> tuple[SeenString, ...]:
    """Give what the annotator decided so far, but of rules that are followed whatever was decided.

    ``learnt`` names layer and document of what an adapter has learnt from.
    """
    followed = source_choices.loads(project.read.setting(source_choices.SOURCES)).followed
    every = (SeenString(*row) for row in project.read.seen(project.annotator, learnt))
    return tuple(seen for seen in every if seen.layer != CLAIMS or seen.text not in followed)
