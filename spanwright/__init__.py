"""Read and write Spanwright projects from Python, without the window.

    import spanwright

    with spanwright.open("news.spanwright") as project:
        for span in project.spans(layer="entities"):
            print(span.article_id, span.start, span.end, span.label, span.quote)

Offsets are Unicode code points into the article's text, end exclusive, as in Python's own strings.
`docs/python.md` has an example of everything.
"""

from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.system.errors import AnnotatorError as Error
    from spanwright.editing import Edit
    from spanwright.project import Project
    from spanwright.records import Article, Claim, Comment, Records, Related, Span, Suggestion

__all__ = [
    "Article",
    "Claim",
    "Comment",
    "Edit",
    "Error",
    "Project",
    "Records",
    "Related",
    "Span",
    "Suggestion",
    "open",
]

_PLACES = {  # imported on first use, so that the program starts without waiting for them
    "Edit": ("spanwright.editing", "Edit"),
    "Error": ("annotator.system.errors", "AnnotatorError"),
    "Project": ("spanwright.project", "Project"),
    "__version__": ("annotator", "__version__"),
    **{
        name: ("spanwright.records", name)
        for name in ("Article", "Claim", "Comment", "Records", "Related", "Span", "Suggestion")
    },
}


def open(path: str | PathLike[str], *, migrate: bool = False) -> "Project":  # noqa: A001  # read as `spanwright.open`
    """Open a project for reading; use it in a ``with`` block.

    The project may also be open in a window, and another process may change it. `Project.edit` opens it for writing.

    Args:
        path: The file.
        migrate: Bring a file of an older version up to date first; a backup is made before. Otherwise such a file is
            refused.

    Raises:
        Error: The file is missing, damaged, not a project, or from another version; the message names the remedy.
    """
    from spanwright.project import Project

    return Project(path, migrate=migrate)


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'spanwright' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)
