"""Finding earlier claims that resemble a claim in meaning or words, the most similar first. Only reads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.jobs.board import AFFIRMS, REFUTES
from annotator.jobs.searching.contrast_kinds import Contrast, ContrastKind
from annotator.jobs.snapshots import reading
from annotator.model.values import Span
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.claim_search import ClaimLine
from annotator.text.stems import likeness, stems

if TYPE_CHECKING:
    from annotator.store.reader import Reader

CLAIM_TEXT = "claim_text"
TAKEN_OVER = (
    "kind fact_type claim_type worthiness urgency public_interest harm falsity topic claim_text"
    " citations evidence_url evidence_quote evidence_role verdict verdict_reason verdict_date"
).split()
"""Fields about the content of a claim. They can be copied from a similar claim, unlike who says it and how."""

MOST = 50  # claims in one list
LEAST = 0.4  # likeness that a listed claim has at least
_A_JOB = 512  # vectors computed before another job gets its turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A similar claim; ``joined`` is whether somebody marked the two claims as the same.

    ``words`` is the likeness of the words and ``meaning`` that of the meaning, both from 0 to 1. ``meaning`` is 0 if
    the meaning is not near enough, or not known. ``contrasts`` is what is known to differ, and ``sameness`` orders a
    list: the higher, the more probably both say the same.
    """

    claim: ClaimLine
    words: float
    meaning: float = 0.0
    joined: bool
    sameness: float = 0.0
    contrasts: tuple[Contrast, ...] = ()

    @property
    def likeness(self) -> float:
        """The likeness of the words or that of the meaning, whichever is larger."""
        return max(self.words, self.meaning)


def learn_claims(project: Path, *, progress: Progress = no_progress) -> int:
    """Compute a few hundred of the missing vectors of a project's claims. Runs as a job.

    Returns:
        How many wordings still have no vector; also 0 if the model is missing or damaged, which suggesting reports.
    """
    from annotator.jobs.searching.meaning import shipped
    from annotator.suggest.encoder.meaning import Said

    meanings = shipped()
    if meanings is None:
        return 0
    with reading(project) as opened:
        rows = opened.read.claims.sayings(None)
    texts = list({Said(language, words): None for _, language, *every in rows for words in every if words})
    done = before = None
    try:
        for done in meanings.learn(texts):
            progress(done, len(texts))
            before = done if before is None else before
            if done - before >= _A_JOB:
                break
    except (OSError, ValueError):
        return 0
    return 0 if done is None else len(texts) - done


def said_before(project: Path, claim: str, *, progress: Progress = no_progress) -> tuple[Earlier, ...]:
    """Return the current annotator's claims that resemble the given one; see `alike`. Runs as a job."""
    progress(0, 1)
    with reading(project) as opened:
        return alike(opened.read, claim, opened.annotator, project)


def alike(read: "Reader", claim: str, annotator: str | None, project: Path | None = None) -> tuple[Earlier, ...]:
    """Return the `MOST` most similar claims: those marked as the same, then by how probably they say the same.

    A claim is compared by its quote, and by its self-contained text if it has one; the better match counts. Of equal
    claims, the newest comes first. Meaning is compared only if ``project``, the project's file, is given. Another
    claimant's claim about the very same words is left out.

    Raises:
        ModelError: ``source.broken`` if the shipped head that orders the claims is missing.
    """
    from annotator.jobs.searching.meaning import near_in_meaning  # imports numpy; the window imports this module

    own = next(iter(read.claims.lines([claim], annotator)), None)
    if own is None:
        return ()
    wanted = [stems(words) for words in sayings(own)]
    joined = read.claims.same_as(claim)
    meant = near_in_meaning(read, project, own.language, sayings(own), annotator) if project is not None else {}
    near = {id_ for each in wanted for id_ in read.claims.near(each, besides=1)} | joined | meant.keys()
    found: list[Earlier] = []
    for line in read.claims.lines(near - {claim}, annotator):
        if (line.document, line.start, line.end) == (own.document, own.start, own.end):
            continue
        said = (stems(words) for words in sayings(line))
        score = max(likeness(one, other) for other in said for one in wanted)
        if score >= LEAST or line.id in joined or line.id in meant:
            found.append(Earlier(claim=line, words=score, meaning=meant.get(line.id, 0.0), joined=line.id in joined))
    found.sort(key=lambda each: (each.claim.published or "", each.claim.id), reverse=True)
    found.sort(key=lambda each: (not each.joined, -round(each.likeness, 2), -each.words))
    compared = [_compared(own, each) for each in found[:MOST]]
    return tuple(sorted(compared, key=lambda each: (not each.joined, -each.sameness)))


def _compared(own: ClaimLine, earlier: Earlier) -> Earlier:
    """Return an earlier claim with its sameness and contrasts, of the two wordings that say the same most probably."""
    from annotator.jobs.searching.contrasts import Wording, compared  # not before the window is painted

    claim = earlier.claim
    best = max(
        (
            compared(Wording(own.language, one), Wording(claim.language, other), earlier.likeness)
            for one in sayings(own)
            for other in sayings(claim)
        ),
        key=lambda each: each.sameness,
    )
    stances = {each.attributes.get("stance") for each in (own, claim)}
    opposed = (Contrast(ContrastKind.STANCE),) if stances == {AFFIRMS, REFUTES} else ()
    return replace(earlier, sameness=best.sameness, contrasts=(*opposed, *best.contrasts))


def sayings(line: ClaimLine) -> tuple[str, ...]:
    """Return the wordings of a claim: its quote, and its self-contained text if it has one."""
    text = line.attributes.get(CLAIM_TEXT)
    return (line.quote, text) if isinstance(text, str) and text else (line.quote,)


def offered(earlier: ClaimLine, claim: Span) -> Mapping[str, Any]:
    """Return the content fields to copy from an earlier claim, those that the given claim has not filled in."""
    return {
        name: earlier.attributes[name]
        for name in TAKEN_OVER
        if earlier.attributes.get(name) is not None and claim.attributes.get(name) is None
    }
