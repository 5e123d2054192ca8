"""What the window asks the process for suggestions: all that it takes is imported in the process, not in the window."""

from typing import Any

from annotator.processes.worker import Progress
from annotator.suggest.prepared import Prepared, Tokenised


def draw_tokens(*asked: Any, progress: Progress) -> Tokenised:
    """Draw a document's tokens: `annotator.suggest.work.draw_tokens`."""
    from annotator.suggest import work

    return work.draw_tokens(*asked, progress=progress)


def prepare(*asked: Any, progress: Progress) -> Prepared:
    """Draw a document's tokens and ask sources for suggestions: `annotator.suggest.work.prepare`."""
    from annotator.suggest import work

    return work.prepare(*asked, progress=progress)
