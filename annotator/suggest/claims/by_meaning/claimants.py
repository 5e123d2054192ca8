"""The claimants of claims, chosen among the names and descriptions around each claim.

A linear head weighs what the rules say, who spoke before, gender, distance and the like, and how probably the reader of
claims takes each for the claimant. The rules' answer stays unless another is clearly likelier. Only thorough
suggestions use the head.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import exp
from pathlib import Path

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.candidates import Article, Candidate
from annotator.suggest.claims.by_meaning.claimant_signs import candidates
from annotator.suggest.claims.by_meaning.reader import reader_of
from annotator.suggest.claims.frame_values import CERTAIN, NOBODY, Claimants, Form, Found, Name, Rule, Speaker
from annotator.suggest.claims.german.word_lists import CLEAR_SUBJUNCTIVE
from annotator.suggest.claims.rare.subheadings import is_subheading
from annotator.suggest.claims.worth import sealed

FILE = "claimants.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "b9956c4ddddf002c6f3c50297866a3e6242257e26cc7bd5c9da78cc9a4568caf"

_CLEARLY = 0.1  # how much more probable than the rules' answer another must be
_LEAST = 0.45  # the least probability of the claimant of a claim that no rule found
_SINGULAR = frozenset("es it sie".split())
_JOINT = re.compile(r"(?:,|\b(?:and|but|und|während|while))\s+(?:the\s+)?\Z")
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch


def claimants_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Claimants | None:
    """Return a function that decides claimants with an encoder.

    Arguments, result and errors are as for `finder.finder_of`.
    """
    weights = _weights()
    reader = reader_of(folder, seal)
    if reader is None:
        return None

    def decide(text: str, language: str, found: Sequence[Found], names: Sequence[Name]) -> list[Found]:
        if not found:
            return []
        article = Article(language, names, found, reader.article(text, progress))
        decided, speakers = list(found), [one.speaker for one in found]
        leaders = _leaders(found)
        for number, one in enumerate(found):
            goes_on = number in leaders and decided[leaders[number]].speaker == one.speaker
            if not (goes_on or _is_settled(text, one) or is_subheading(text, one.parts[0][0])):
                best = chosen(one, candidates(article, number, speakers), weights)
                decided[number] = one if _is_of_group(text, one, best, found) else best
                if _is_own_voice(article, decided, number):
                    decided[number] = replace(decided[number], speaker=NOBODY, by_author=True, by_nobody=False)
                speakers[number] = decided[number].speaker
        return decided

    return decide


def _leaders(found: Sequence[Found]) -> dict[int, int]:
    """Return for each part of a continued quotation the earlier claim whose speaker and attribution it shares."""
    leaders: dict[int, int] = {}
    attributed: dict[tuple[Part | None, Speaker], int] = {}
    for number, one in enumerate(found):
        if one.rule is not Rule.QUOTATION_GOES_ON:
            attributed.setdefault((one.cue, one.speaker), number)
        elif one.cue is not None and (one.cue, one.speaker) in attributed:
            leaders[number] = attributed[one.cue, one.speaker]
        elif one.cue is None and number and (found[number - 1].cue, found[number - 1].speaker) == (None, one.speaker):
            leaders[number] = number - 1  # "He goes on: “…"
    return leaders


def _is_settled(text: str, one: Found) -> bool:
    """Return whether the rules leave no doubt about a claimant.

    It is the author, or it stands right before its claim, behind the cue: "pledged €300m and | Canada | $90m".
    """
    if one.rule in CERTAIN or (one.by_author and one.rule in {Rule.HEADLINE, Rule.MEANING}):
        return True
    who, cue, start = one.speaker.part, one.cue, one.parts[0][0]
    if one.rule is not Rule.REPORTED_ACT or who is None or cue is None or not cue[1] < who[0] < start:
        return False
    return not text[who[1] : start].strip() and _JOINT.search(text, cue[1], who[0]) is not None


def _is_of_group(text: str, one: Found, best: Found, found: Sequence[Found]) -> bool:
    """Return whether a pronoun's likelier claimant is only named in a group that speaks: "Analysts at Crestview"."""
    mine, name = one.speaker, best.speaker.name
    if mine.name is None or mine.reference is None or name is None or name == mine.name:
        return False
    if text[slice(*mine.reference)].lower() not in _SINGULAR:
        return False
    groups = (each.speaker.part for each in found if each.speaker.name is None and each.speaker.part is not None)
    return any(part[0] < name.start and name.end <= part[1] for part in groups)


def _is_own_voice(article: Article, found: Sequence[Found], index: int) -> bool:
    """Return whether nothing in the sentence of a claim that a person labelled says that it is somebody else's.

    The rules did not find the claim. The sentence has neither cue nor claimant nor Konjunktiv. It begins a paragraph,
    or nobody speaks in it and the one before.
    """
    one, number = found[index], article.numbers[index]
    if one.rule is not Rule.MEANING or one.score is not None or one.form is Form.DIRECT or one.cue is not None:
        return False
    place = article.sentences[number]
    words = {word.lower() for word in article.text[slice(*place)].split()}
    if article.runs(place, one.parts) or (article.language == "de" and not CLEAR_SUBJUNCTIVE.isdisjoint(words)):
        return False
    others = (n for n, each in enumerate(found) if n != index and not each.by_author and each.rule is not Rule.AUTHOR)
    told = any(article.numbers[n] in {number - 1, number} for n in others)
    return not told or article.paragraph(place[0]) >= place[0]


def chosen(one: Found, able: Sequence[Candidate], weights: Mapping[str, float]) -> Found:
    """Return a claim with its likeliest claimant.

    It is unchanged if none is clearly likelier than the rules' own, or if no rule found it and none is likely.
    """
    shares = shares_of(able, weights)
    best = shares.index(max(shares))
    if one.rule is Rule.MEANING:
        stays = shares[best] < _LEAST
    else:
        own = max((share for share, each in zip(shares, able, strict=True) if each.is_rules), default=-1.0)
        stays = able[best].is_rules or shares[best] - own <= _CLEARLY
    if stays:
        return one
    speaker, by_author = able[best].speaker, able[best].is_author
    by_nobody = one.rule is Rule.MEANING and speaker.part is None and not by_author
    return replace(one, speaker=speaker, by_author=by_author, by_nobody=by_nobody)


def shares_of(able: Sequence[Candidate], weights: Mapping[str, float]) -> list[float]:
    """Return the probability of each candidate; together they are 1."""
    scores = [round(sum(weights.get(sign, 0.0) * value for sign, value in one.signs.items()), _DIGITS) for one in able]
    raised = [exp(score - max(scores)) for score in scores]
    return [each / sum(raised) for each in raised]


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {str(sign): float(value) for sign, value in json.loads(sealed(FILE, HEAD))["signs"].items()}
