"""What a project wants of its sources."""

from annotator.model import ATTRIBUTION, CLAIMS, ENTITIES, Document
from annotator.project import AUTO, LANGUAGE_SET, Project
from annotator.suggest.claims.info import SPEAKER


def known_language(project: Project, document: Document) -> str | None:
    """Give the language that a person or the project has set for a document; None: find it out."""
    if project.language != AUTO:
        return project.language
    return document.language if document.meta.get(LANGUAGE_SET) else None


def wanted_labels(project: Project) -> tuple[str, ...]:
    """Give the labels of entities and claims that the project's schema offers, and that of unnamed claimants."""
    schema = project.schema
    offered = [label.id for label in schema.labels if label.layer in {ENTITIES, CLAIMS} and label.active]
    return (*offered, SPEAKER) if schema.label(ATTRIBUTION, SPEAKER) is not None else tuple(offered)
