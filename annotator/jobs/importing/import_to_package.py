"""Importing into a package: it takes labels only for its own articles, and its annotator becomes their owner."""

from dataclasses import replace

from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.notices import Notice
from annotator.model import packages
from annotator.model.values import Annotated
from annotator.project.project import Project


def fitting(project: Project, incoming: Incoming) -> Incoming:
    """Return the part of an import that the project may take: everything, unless the project is a package.

    A package leaves out labels of articles that it lacks, and adds a notice about each.
    """
    if project.packed is None:
        return incoming
    known = project.read.documents_with_text({entry.document.sha256 for entry in incoming.annotated})
    kept: list[Annotated] = []
    notices = list(incoming.notices)
    for entry in incoming.annotated:
        if entry.document.sha256 in known:
            kept.append(packages.owned(entry, project.annotator))
        else:
            notices.append(Notice(code="not_in_package", details={"title": entry.document.title}))
    return replace(incoming, annotated=tuple(kept), notices=tuple(notices))
