"""The kinds of claims as the reader judges them, and the form and stance of those that no rule found.

The rules know words, so new words mislead them; but their answer counts, too. Only thorough suggestions use the reader.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.reader import (
    FORMS,
    KINDS,
    REFUTES,
    UNCLEAR,
    Answer,
    AskedClaim,
    reader_of,
)
from annotator.suggest.claims.frame_values import Form, Found, Kind, Kinds, Rule

_DENIABLE = (Kind.FACT, Kind.OPINION, Kind.PREDICTION)  # only what may be so can be denied
_BONUS = 1.0  # added to the logarithm of the probability of the kind that a rule found
_TINY = 1e-4
_DIGITS = 3  # further digits would depend on which windows share a batch
_CLEAR = 0.5
_NOW = re.compile(
    r"\b(?:aktuell|derzeit|gegenwärtig|momentan|zurzeit|currently|at (?:present|the moment))\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:ab|bis|bleib\w*|dürf\w*|droh\w*|kommend\w*|könn\w*|künftig|nächst\w*|soll\w*|werd\w*|will|wird|woll\w*|würd\w*"
    r"|by|could|expect\w*|going|likely|may|might|next|shall|soon|to|tomorrow|tonight|until|would"
    r"|20(?:2[6-9]|3\d))\b",
    re.IGNORECASE,
)
_REPORTED = frozenset({Rule.SPEECH_VERB, Rule.ACCORDING_TO})


def kinds_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Kinds | None:
    """Return a function that decides kinds with an encoder.

    Arguments, result and errors are as for `finder.finder_of`.
    """
    reader = reader_of(folder, seal)
    if reader is None:
        return None

    def decide(text: str, language: str, found: Sequence[Found]) -> list[Found]:
        del language  # the reader reads both languages
        answers = reader.article(text, progress).answer([AskedClaim(one.parts, one.cue) for one in found])
        return [_decided(text, one, answer) for one, answer in zip(found, answers, strict=True)]

    return decide


def _decided(text: str, one: Found, answer: Answer) -> Found:
    """Return a claim with its kind decided by the reader and the rule that found it.

    A question that a rule found stays one. A claim about the present that a rule calls something else does not become a
    prediction, nor does a reported fact without any word about the future.
    """
    ruled = one.rule is not Rule.MEANING
    if ruled and one.kind is Kind.QUESTION:
        return one
    bonus = _BONUS if ruled else 0.0
    if not ruled:
        refutes, unclear = (bool(answer.stances[stance] >= _CLEAR) for stance in (REFUTES, UNCLEAR))
        one = replace(one, form=_form(one, answer), refutes=refutes, unclear=unclear)
    is_present = ruled and one.kind is not Kind.PREDICTION and any(_NOW.search(text, *part) for part in one.parts)
    is_told = one.kind is Kind.FACT and (one.rule in _REPORTED or one.by_author or (not ruled and one.score is None))
    is_present = is_present or (is_told and not any(_AHEAD.search(text, *part) for part in one.parts))
    scores = {
        kind: float(np.round(np.log(share + _TINY), _DIGITS)) + bonus * (kind is one.kind)
        for kind, share in zip(KINDS, answer.kinds, strict=True)
        if (kind in _DENIABLE or not one.refutes) and not (is_present and kind is Kind.PREDICTION)
    }
    return replace(one, kind=max(scores, key=lambda kind: scores[kind]))


def _form(one: Found, answer: Answer) -> Form:
    """Return the form of a claim that no rule found: direct if it is quoted, else what the reader clearly says."""
    if one.form is Form.DIRECT or one.by_author:
        return one.form
    told = (Form.INDIRECT, Form.REPORTED)
    return next((form for form in told if answer.forms[FORMS.index(form)] >= _CLEAR), one.form)
