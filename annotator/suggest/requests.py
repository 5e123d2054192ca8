"""Requests of the window to the suggestion process; only that process imports their functions."""

from typing import Any

from annotator.processes.worker import Progress
from annotator.suggest.prepared import Prepared, Tokenised


def draw_tokens(*arguments: Any, progress: Progress) -> Tokenised:
    """Run `annotator.suggest.work.draw_tokens`."""
    from annotator.suggest import work

    return work.draw_tokens(*arguments, progress=progress)


def prepare(*arguments: Any, progress: Progress) -> Prepared:
    """Run `annotator.suggest.work.prepare`."""
    from annotator.suggest import work

    return work.prepare(*arguments, progress=progress)
