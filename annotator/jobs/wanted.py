"""What a project wants of its sources."""

from annotator.model import ATTRIBUTION, Document
from annotator.project import AUTO, LANGUAGE_SET, Project
from annotator.schema import SPEAKER
from annotator.suggest.layers import qualified


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
