"""Earlier claims that say what a claim says, found by their words, the most similar first. Only reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.jobs.snapshots import reading
from annotator.model.values import Span
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.claim_search import ClaimLine
from annotator.text.similarity import likeness, stems

if TYPE_CHECKING:
    from annotator.store.reader import Reader

CLAIM_TEXT = "claim_text"
TAKEN_OVER = (
    "kind fact_type claim_type worthiness urgency public_interest harm falsity topic claim_text"
    " citations evidence_url evidence_quote evidence_role verdict verdict_reason verdict_date"
).split()
"""Fields about the content of a claim; who says it, and how, differs each time."""

MOST = 50  # claims listed
LEAST = 0.4  # likeness of claims listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A similar claim. ``likeness`` is from 0 to 1; ``joined``: somebody marked it as the same."""

    claim: ClaimLine
    likeness: float
    joined: bool


def said_before(project: Path, claim: str, *, progress: Progress = no_progress) -> tuple[Earlier, ...]:
    """Return the claims of a project's current annotator that resemble a claim; see `alike`. Runs as a job.

    Raises:
        StoreError: The project cannot be read.
    """
    progress(0, 1)
    with reading(project) as opened:
        return alike(opened.read, claim, opened.annotator)


def alike(read: "Reader", claim: str, annotator: str | None) -> tuple[Earlier, ...]:
    """Return the claims like one: those joined with it, then the most similar, then the newest; at most `MOST`.

    A claim is compared by its quote and by its self-contained text, if any; the better match counts. A claim about the
    very same words, by another claimant, is left out.

    Raises:
        StoreError: The project cannot be read.
    """
    own = next(iter(read.claims.lines([claim], annotator)), None)
    if own is None:
        return ()
    wanted = [stems(words) for words in sayings(own)]
    joined = read.claims.same_as(claim)
    near = {id_ for each in wanted for id_ in read.claims.near(each, besides=1)} | joined
    found: list[Earlier] = []
    for line in read.claims.lines(near - {claim}, annotator):
        if (line.document, line.start, line.end) == (own.document, own.start, own.end):
            continue
        said = (stems(words) for words in sayings(line))
        score = max(likeness(one, other) for other in said for one in wanted)
        if score >= LEAST or line.id in joined:
            found.append(Earlier(claim=line, likeness=score, joined=line.id in joined))
    found.sort(key=lambda each: (each.claim.published or "", each.claim.id), reverse=True)
    found.sort(key=lambda each: (not each.joined, -each.likeness))
    return tuple(found[:MOST])


def sayings(line: ClaimLine) -> tuple[str, ...]:
    """Return the texts that state a claim: its quote, and its self-contained text if there is one."""
    text = line.attributes.get(CLAIM_TEXT)
    return (line.quote, text) if isinstance(text, str) and text else (line.quote,)


def offered(earlier: ClaimLine, claim: Span) -> Mapping[str, Any]:
    """Return the fields to copy from an earlier claim: those about its content that are empty here."""
    return {
        name: earlier.attributes[name]
        for name in TAKEN_OVER
        if earlier.attributes.get(name) is not None and claim.attributes.get(name) is None
    }
