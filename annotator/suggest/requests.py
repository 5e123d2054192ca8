"""Requests of the window to the suggestion process; only that process imports their functions."""

from typing import Any

from annotator.model.values import Document, Part, Suggestion
from annotator.processes.worker import Progress
from annotator.suggest.prepared import Prepared, Tokenised
from annotator.suggest.sources.source import SourceInfo


def draw_tokens(*arguments: Any, progress: Progress) -> Tokenised:
    """Run `annotator.suggest.work.draw_tokens`."""
    from annotator.suggest import work

    return work.draw_tokens(*arguments, progress=progress)


def prepare(*arguments: Any, progress: Progress) -> Prepared:
    """Run `annotator.suggest.work.prepare`."""
    from annotator.suggest import work

    return work.prepare(*arguments, progress=progress)


def about_claim(
    document: Document,
    info: SourceInfo,
    names: tuple[tuple[int, int, str], ...],
    parts: tuple[Part, ...],
    unnamed: bool,  # noqa: FBT001 - arguments of a job have no names
    *,
    progress: Progress,
) -> Suggestion | None:
    """Return what the rules propose for a claim that was made by hand, or None if they know nothing.

    Args:
        document: The article of the claim.
        info: The rules.
        names: The article's known names: start, end (code points) and label.
        parts: The words of the claim.
        unnamed: Whether the schema has a label for claimants without a name.
        progress: Unused.
    """
    from annotator.suggest.claims.claim_source import ClaimSource
    from annotator.suggest.claims.frame_values import Name

    del progress
    known = tuple(Name(*name) for name in names)
    return ClaimSource(info=info, language=document.language, names=known, unnamed=unnamed).about(document, parts)
