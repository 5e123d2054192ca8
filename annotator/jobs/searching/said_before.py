"""Finding earlier claims that resemble a claim in meaning or words, the most similar first. Only reads."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.jobs.snapshots import reading
from annotator.model.values import Span
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.claim_search import ClaimLine

if TYPE_CHECKING:
    from annotator.store.reader import Reader

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{2,}")
_PARTICIPLE = re.compile(r"^ge(?=.{4})")
_LONG_ENDING = re.compile(r"(?:e[mr]|nd)$")
_ENDING = re.compile(r"[tesn]$")
_ENGLISH_ENDING = re.compile(r"(?<=.{3})(?:ing|ed)$")
_LEAST = 3  # letters that a stem keeps at least
_WHOLE = (("sch", "$"), ("ei", "%"), ("ie", "&"))  # letters that count as one, so that they are never cut in half
_DOUBLED = re.compile(r"(.)\1")

_FUNCTION_WORDS = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber denn doch sondern dass daß ob wenn weil"
    " als wie er sie es ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines wir uns unser"
    " ich mich mir du man sich dies diese dieser dieses diesem diesen jene jener jenes welche welcher welches was wer"
    " wo da dort hier ist sind war waren wird werden wurde wurden worden sei seien wäre wären hat haben habe hatte"
    " hatten hätte hätten kann können könne könnte könnten soll sollen solle sollte sollten will wollen wolle wollte"
    " wollten muss müssen müsse müsste darf dürfen dürfe würde würden in im an am auf aus bei beim bis durch für gegen"
    " mit nach ohne seit über um unter von vom vor zu zum zur zwischen auch nur noch schon so sehr mehr etwa rund also"
    " dann nun the a an and or but that which who whom whose this these those it its he she they them their his her we"
    " our us i you your is are was were be been being will would shall should can could may might must has have had do"
    " does did in on at by for from of to with into onto over under up down out off as if than then there here so very"
    " also just about only still".split()
)
_NEGATIONS = frozenset("nicht kein keine keinen keinem keiner keines nie niemals not no never none cannot".split())
NEGATED = "nicht"  # the stem that stands for every negation


def folded(text: str) -> str:
    """Return a text in lower case without diacritics: ``Züge`` → ``zuge``, ``Straße`` → ``strasse``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words; function words are left out, numbers are kept.

    Source: CISTEM (Weissweiler and Fraser, GSCL 2017), after removing the commonest English endings.
    """
    found = map(_stem, _WORD.findall(folded(text)))
    return frozenset(stem for stem in found if stem)


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return Dice's coefficient of two sets of stems, from 0 (nothing in common) to 1 (equal).

    Source: Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945).
    """
    both = len(one) + len(other)
    return 2 * len(set(one) & set(other)) / both if both else 0.0


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Return the stem of a folded word, or "" for a function word."""
    if word in _NEGATIONS:
        return NEGATED
    if word in _FOLDED_FUNCTION_WORDS:
        return ""
    if word[0].isdigit():
        return word.replace(",", ".")
    left = _ENGLISH_ENDING.sub("", _PARTICIPLE.sub("", word))
    for letters, whole in _WHOLE:
        left = left.replace(letters, whole)
    left = _DOUBLED.sub(r"\1*", left)
    while len(left) > _LEAST:
        shorter = _LONG_ENDING.sub("", left) if len(left) > _LEAST + 2 else left
        if shorter == left:
            shorter = _ENDING.sub("", left)
        if shorter == left:
            break
        left = shorter
    left = re.sub(r"(.)\*", r"\1\1", left)
    for letters, whole in _WHOLE:
        left = left.replace(whole, letters)
    return left


_FOLDED_FUNCTION_WORDS = frozenset(map(folded, _FUNCTION_WORDS))

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
    the meaning is not near enough, or not known.
    """

    claim: ClaimLine
    words: float
    meaning: float = 0.0
    joined: bool

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
    """Return at most `MOST` similar claims: first those marked as the same, then by similarity, then the newest.

    A claim is compared by its quote, and by its self-contained text if it has one; the better match counts. Equally
    similar claims are ordered by the words that they share. Meaning is compared only if ``project``, the project's
    file, is given. Another claimant's claim about the very same words is left out.
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
    return tuple(found[:MOST])


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
