"""Suggestions held back, or no longer, throughout a project: what was suggested before the choice follows it."""

from collections.abc import Generator

from annotator.project.project import Project


def holding_back(project: Project) -> Generator[None, None, None]:
    """Bring every document where the project's choice has it, with a pause after each.

    Each document is stored by itself; closed early, those that are left follow when a source is asked about them.

    Raises:
        StoreError: It could not be stored.
    """
    for document in project.read.decided.documents_to_hold():
        project.hold_back(document)
        yield
