"""Applying the rules to a claim that a person labelled, to propose its claimant, cue, kind and form."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.model.values import Part
from annotator.suggest.claims.author import is_judged_later
from annotator.suggest.claims.engine import GRAMMARS, find
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Frame, Kind, Name, Rule, Shape
from annotator.suggest.claims.rules import kind_of
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.speakers import named
from annotator.suggest.sources.source import never
from annotator.text import sentences
from annotator.text.parts import shared
from annotator.text.quotations import Quotation, quotations

Parts = tuple[Part, ...]


def about(text: str, language: str, names: Sequence[Name], parts: Parts) -> Found | None:
    """Return the rules' proposal for a claim with these parts, or None if they have none.

    The proposal comes from the rules' own claim that shares the most words with it. If there is none, it comes from the
    nearest cue in the claim's sentences, but not from one behind a semicolon, where another main clause begins.
    """
    heard: list[Frame] = []

    def listen(sentence: Sentence) -> None:
        if shared(((sentence.start, sentence.end),), parts):
            grammar = GRAMMARS[language]
            heard.extend(grammar.frames(sentence))

    found = find(text, language, names, never, listen)
    like = max(found, key=lambda one: shared(one.parts, parts), default=None)
    form = Form.DIRECT if is_quoted(text, parts) else Form.INDIRECT
    if like is not None and shared(like.parts, parts):
        return _with_parts(like, parts, form, text, language)
    if form is not Form.DIRECT and is_judged_later(text, parts[-1][1]):
        kind = kind_of(text, parts, None, language, is_direct=False)
        return Found(parts=parts, cue=None, speaker=NOBODY, form=Form.OWN, kind=kind, rule=Rule.AUTHOR)
    outside = [each for each in heard if not (shared((each.cue,), parts) or is_beyond(text, each.cue, parts))]
    if not outside:
        return _viewed(text, language, names, parts, form)
    frame = min(outside, key=lambda each: _distance(each.cue, parts))
    speaker = NOBODY if frame.speaker.part is not None and shared((frame.speaker.part,), parts) else frame.speaker
    return Found(
        parts=parts,
        cue=frame.cue,
        speaker=speaker,
        form=form,
        kind=kind_of(text, parts, frame.kind, language, is_direct=form is Form.DIRECT),
        rule=Rule.ACCORDING_TO if frame.shape is Shape.PHRASE else Rule.SPEECH_VERB,
        refutes=frame.refutes,
        unclear=frame.unclear,
    )


def _viewed(text: str, language: str, names: Sequence[Name], parts: Parts, form: Form) -> Found | None:
    """Return the opinion of the person or body that the sentence begins with ("For Ann Lee, …"), or None."""
    start, end = next(part for part in sentences.split(text) if part[1] > parts[0][0])
    view = _VIEW[language].match(text, start, end)
    name = next((name for name in names if view is not None and name.end == view.end(2)), None)
    if view is None or name is None or name.label not in {"PER", "ORG"} or name.start < view.start(2):
        return None
    kind = kind_of(text, parts, Kind.OPINION, language, is_direct=form is Form.DIRECT)
    return Found(parts=parts, cue=view.span(1), speaker=named(name), form=form, kind=kind, rule=Rule.ACCORDING_TO)


def subject(text: str, names: Iterable[Name], parts: Parts) -> Name | None:
    """Return the name that a claim begins with, which it is most likely about, or None."""
    start, end = parts[0]
    while start < end and not text[start].isalnum():
        start += 1
    first_word = text[start:end].split(maxsplit=1)[0] if start < end else ""
    behind = start + len(first_word) + 1 if first_word.lower() in _ARTICLES else start
    here = [name for name in names if name.start in {start, behind} and name.end <= end]
    return max(here, key=lambda name: name.end, default=None)


_VIEW = {  # a view: "Für Eva Roth ist die Halle zu klein"
    "de": re.compile(
        r"\W*(Für) ((?:[\w.’-]+ ){0,4}?[\w.’-]*\w)(?=,| (?:ist|sind|war|waren|bleibt|bleiben|wäre|gilt|gehört)\b)"
    ),
    "en": re.compile(r"\W*(For) ((?:[\w.’-]+ ){0,4}?[\w.’-]*\w)(?=,)"),
}
_ARTICLES = frozenset("der die das den dem the".split())


def _with_parts(like: Found, parts: Parts, form: Form, text: str, language: str) -> Found:
    """Return a claim of the rules with other parts; their words decide its kind unless the verb does."""
    if like.parts == parts:
        return like
    kept = like.form if like.form is not Form.DIRECT else form
    kind = kind_of(text, parts, like.kind, language, is_direct=kept is Form.DIRECT)
    return replace(like, parts=parts, form=kept, kind=kind)


def is_beyond(text: str, cue: Part, parts: Parts) -> bool:
    """Return whether a semicolon divides an unquoted claim from a cue behind it, in another main clause."""
    return ";" in text[parts[-1][1] : cue[0]] and not is_quoted(text, parts)


def is_quoted(text: str, parts: Parts) -> bool:
    """Return whether all parts lie within one quotation, including its quotation marks."""
    start, end = parts[0][0], parts[-1][1]
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    found, _ = quotations(text, first, last if last >= 0 else len(text))
    return any(_holds(quotation, start, end) for quotation in found)


def _holds(quotation: Quotation, start: int, end: int) -> bool:
    return quotation.outer[0] <= start and end <= quotation.outer[1]


def _distance(cue: Part, parts: Parts) -> int:
    return min(max(start - cue[1], cue[0] - end, 0) for start, end in parts)
