"""Holding suggestions back throughout a project, or no longer, after its choice changed."""

from collections.abc import Generator

from annotator.project.project import Project


def holding_back(project: Project) -> Generator[None, None, None]:
    """Apply the project's choice to every document, pausing after each.

    Each document is stored separately; if closed early, the rest follow when a source is asked about them.

    Raises:
        StoreError: It could not be stored.
    """
    for document in project.read.decided.documents_to_hold():
        project.hold_back(document)
        yield
