"""The functions that the window asks the suggestion process to run.

They import their modules when they run, so that the window need not load them.
"""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from annotator.model.values import Document, Part, Suggestion
from annotator.processes.worker import Progress
from annotator.suggest.prepared import Prepared, Tokenised
from annotator.suggest.sources.source import EncoderFolder, SourceInfo
from annotator.system.errors import ModelError


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
    encoder: EncoderFolder | None,
    *,
    progress: Progress,
) -> Suggestion | None:
    """Return the proposal for a claim that a person labelled, or None if there is none.

    ``info`` describes the source of claims; ``names`` are the article's known names: start, end (code points), label.
    ``unnamed``: the schema has `SPEAKER`, the label for claimants without a name. Without the encoder that has read the
    article, the rules work alone.
    """
    from annotator.suggest.claims.claim_source import ClaimSource
    from annotator.suggest.claims.frame_values import Name

    del progress
    known = tuple(Name(*name) for name in names)
    rules = ClaimSource(info=info, language=document.language, names=known, unnamed=unnamed)
    if encoder is not None:
        from annotator.suggest.claims.by_meaning.claimants import claimants_of
        from annotator.suggest.claims.by_meaning.finder import adviser_of, finder_of
        from annotator.suggest.claims.by_meaning.kinds import kinds_of
        from annotator.suggest.claims.by_meaning.worth import scores_of

        with suppress(ModelError):  # a damaged head is reported when the article is read
            finder, claimants = finder_of(*encoder), claimants_of(*encoder)
            rules = replace(rules, finder=finder, claimants=claimants)
            rules = replace(rules, adviser=adviser_of(*encoder), kinds=kinds_of(*encoder))
            rules = replace(rules, scores=scores_of(*encoder))
    return rules.about(document, parts)
