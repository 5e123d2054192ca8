"""The source of claim suggestions, for the window and the command line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.model.compounds import FORM
from annotator.model.schema import SPEAKER
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, Document, DraftRelation, Part, Suggestion, new_id
from annotator.suggest.claims.engine import after_dateline, find
from annotator.suggest.claims.frame_values import (
    CLAIM,
    INFO,
    Adviser,
    Claimants,
    Finder,
    Form,
    Found,
    Kind,
    Kinds,
    Name,
    Rule,
)
from annotator.suggest.claims.given_words import about, is_beyond, subject
from annotator.suggest.claims.headline_sources import flash
from annotator.suggest.claims.worth import Scores, worth_checking
from annotator.suggest.sources.source import Cancelled, DescribedSource, SourceInfo, never
from annotator.text import sentences
from annotator.text.language import LANGUAGES
from annotator.text.parts import Cover, shared

_NUMBER = r"\d[\d.,]*"
_UNITS = (
    "billion billionen dollar dollars euro euros franken kronen milliarde milliarden million millionen mio mrd"
    r" per\scent percent pfund pounds prozent prozentpunkte prozentpunkten trillion"
).split()
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    rf"(?<![\w.,]){_NUMBER}[\s\u00a0-]?(?:[%€$£]|(?:{'|'.join(_UNITS)})\b)|[€$£]\s?{_NUMBER}", re.IGNORECASE
)


def has_figure(text: str) -> bool:
    """Return whether a text contains a figure with a unit; years, ages and plain counts do not count."""
    return _DIGIT.search(text) is not None and _FIGURE.search(text) is not None


_LEADING = frozenset("beziffert bezifferte beziffern bezifferten kam kamen kommen kommt put puts".split())
_PLAIN_FIGURE = re.compile(r"(?:\A|\b(?:at|auf) )(?:[^\W\d]+ ){0,3}(?!(?:1[0-9]|20)\d\d\b)\d[\d.,]*")  # no year
_CUE = "CUE"
_CHECKABLE = frozenset({Kind.FACT, Kind.PREDICTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSource(DescribedSource):
    """The source that suggests claims with their cues and claimants.

    ``language`` is the document's language; ``names`` are its known entities, from spans or suggestions, with the
    project's labels. With ``unnamed``, unnamed persons and bodies may be claimants; set it if the schema has the label
    `SPEAKER`. ``info.share`` is the percentage of sentences to suggest as worth checking.

    ``scores``, ``finder``, ``claimants``, ``kinds`` and ``adviser`` need an encoder; without one they are None, and the
    rules work alone. ``scores`` ranks the sentences by meaning. ``finder`` finds claims that no rule finds,
    ``claimants`` and ``kinds`` decide the claimants and the kinds of claims again, and ``adviser`` fills in what the
    rules leave open of a claim that a person labelled.
    """

    language: str
    names: tuple[Name, ...]
    unnamed: bool = False
    info: SourceInfo = INFO
    scores: Scores | None = None
    finder: Finder | None = None
    claimants: Claimants | None = None
    kinds: Kinds | None = None
    adviser: Adviser | None = None

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the claims in text order, without those that touch page furniture."""
        if self.language not in LANGUAGES:
            return []
        excluded = Cover((*document.excluded, *flash(document.text)))
        names = self._our_names()
        found = find(document.text, self.language, names, cancelled)
        if self.finder is not None:
            found = self.finder(document.text, self.language, found, names)
        if self.claimants is not None:
            found = self.claimants(document.text, self.language, found, names)
        found = [one for one in found if not excluded.touches_any(one.parts)]
        if self.kinds is not None:
            found = self.kinds(document.text, self.language, found)
        worth = self._worth(document, excluded) if any(one.kind in _CHECKABLE for one in found) else Cover()
        return [self._suggestion(document, one, worth) for one in _without_repeats(found)]

    def _our_names(self) -> tuple[Name, ...]:
        """Return the names with our labels, which are those that the rules know."""
        return tuple(name._replace(label=self.info.roles.of(name.label)) for name in self.names)

    def _label_of(self, name: Name) -> str:
        """Return the project's label for a name with our label; the rules may have mended its boundaries or label."""
        of = self.info.roles.of
        same = (each.label for each in self.names if each[:2] == name[:2] and of(each.label) == name.label)
        return next(same, self.info.roles.called(name.label))

    def about(self, document: Document, parts: tuple[Part, ...]) -> Suggestion | None:
        """Return the proposal for a claim that a person labelled, or None if there is none."""
        if self.language not in LANGUAGES:
            return None
        names = self._our_names()
        ruled = about(document.text, self.language, names, parts)
        one = ruled if self.adviser is None else self.adviser(document.text, parts, ruled, names)
        if one is None or (ruled is None and one.cue is not None and is_beyond(document.text, one.cue, parts)):
            return None
        if self.claimants is not None:
            one = self._with_claimant(document.text, replace(one, parts=parts), self.claimants)
        if self.kinds is not None:
            (one,) = self.kinds(document.text, self.language, [one])
        worth = self._worth(document, Cover(document.excluded)) if one.kind in _CHECKABLE else Cover()
        proposed = self._suggestion(document, replace(one, parts=parts), worth)
        topic = subject(document.text, names, parts)
        if topic is None or topic == one.speaker.name:
            return proposed
        place = ((topic.start, topic.end),)
        named = DraftRelation(label="object", layer=ENTITIES, tail_label=self._label_of(topic), parts=place)
        return replace(proposed, relations=(*proposed.relations, named))

    def _with_claimant(self, text: str, one: Found, claimants: Claimants) -> Found:
        """Return a claim with its claimant decided among the claims that are found around it."""
        names = self._our_names()
        found = find(text, self.language, names, never)
        if self.finder is not None:
            found = self.finder(text, self.language, found, names)
        around = [each for each in found if not shared(each.parts, one.parts)]
        number = sum(each.parts[0] < one.parts[0] for each in around)
        every = [*around[:number], one, *around[number:]]
        return claimants(text, self.language, every, names)[number]

    def _worth(self, document: Document, excluded: Cover) -> Cover:
        """Return the sentences worth checking. They are ranked among all sentences, even those without claims."""
        text = document.text
        whole = (part for part in sentences.split(text) if not excluded.touches(*part))
        filed = ((after_dateline(text, start, end), end) for start, end in whole)
        read = [(start, end) for start, end in filed if start < end]
        return Cover(worth_checking(text, read, self.language, self.info.share, self.scores))

    def _suggestion(self, document: Document, one: Found, worth: Cover) -> Suggestion:
        attributes = {"kind": str(one.kind)} | _speech(one)
        if one.kind in _CHECKABLE and worth.touches_any(one.parts):
            attributes["worthiness"] = "CFS"
        attributes |= _stance(one) | _fact_type(document.text, one)
        return Suggestion(
            id=new_id(),
            document=document.id,
            layer=CLAIMS,
            label=CLAIM,
            parts=one.parts,
            attributes=attributes,
            relations=tuple(self._relations(one)),
            score=one.score,
            source=self.name,
            version=self.version,
            rule=_rule(document.text, one),
        )

    def _relations(self, one: Found) -> Iterable[DraftRelation]:
        if one.cue is not None:
            yield DraftRelation(label="cue", layer=ATTRIBUTION, tail_label=_CUE, parts=(one.cue,))
        name = one.speaker.name
        if name is not None:
            for each in (name, *one.speaker.rivals):  # with several relations the claimant stays open
                part, label = (each.start, each.end), self._label_of(each)
                yield DraftRelation(label="claimant", layer=ENTITIES, tail_label=label, parts=(part,))
        elif self.unnamed and one.speaker.part is not None:
            yield DraftRelation(label="claimant", layer=ATTRIBUTION, tail_label=SPEAKER, parts=(one.speaker.part,))


def names_in(suggestions: Iterable[Suggestion]) -> tuple[Name, ...]:
    """Return the names among suggestions, to pass as `ClaimSource.names`; none is part of a word or derived."""
    return tuple(Name(s.start, s.end, s.label) for s in suggestions if s.layer == ENTITIES and FORM not in s.attributes)


def _without_repeats(found: list[Found]) -> list[Found]:
    """Keep the first of several claims with the same parts: suggestions with one label cannot share their parts."""
    return list({one.parts: one for one in reversed(found)}.values())[::-1]


def _speech(one: Found) -> dict[str, str]:
    """Return the attributes for the form of speech and the kind of claimant; the author's own claims have no form.

    A claim that no rule found has them only if they are clear.
    """
    if one.rule is Rule.AUTHOR or one.by_author:
        return {"claimant_kind": "author"}
    if one.rule is Rule.MEANING:
        speech = {"speech": str(one.form)} if one.form is not Form.OWN else {}
        return speech | (_claimant_kind(one) if one.speaker.part is not None or one.by_nobody else {})
    return {"speech": str(one.form)} | _claimant_kind(one)


def _claimant_kind(one: Found) -> dict[str, str]:
    return {"claimant_kind": "entity" if one.speaker.name is not None else "unnamed"}


def _stance(one: Found) -> dict[str, str]:
    """Return the claimant's stance as an attribute.

    It is "refutes" if the verb denies, "unclear" if the claimant does not say, otherwise "affirms". Questions and
    claims without a claimant have none.
    """
    if one.refutes or one.unclear:
        return {"stance": "refutes" if one.refutes else "unclear"}
    return {} if one.speaker.part is None or one.kind is Kind.QUESTION else {"stance": "affirms"}


def _fact_type(text: str, one: Found) -> dict[str, str]:
    """Return the type of fact as attributes of both built-in schemas, {} if the text does not decide it."""
    if one.kind is Kind.PREDICTION:
        return {"fact_type": "prediction"}
    has_number = _is_figure(text, one) or any(has_figure(text[start:end]) for start, end in one.parts)
    if one.kind is Kind.FACT and has_number:
        return {"fact_type": "quantity", "claim_type": "numerical"}
    return {}


def _is_figure(text: str, one: Found) -> bool:
    """Return whether a claim is a plain figure to which its verb leads: "puts it at 610", "kommt auf 610"."""
    cue = text[slice(*one.cue)].lower() if one.cue is not None else ""
    return cue in _LEADING and _PLAIN_FIGURE.search(text[slice(*one.parts[-1])]) is not None


def _rule(text: str, one: Found) -> str:
    """Return the rule and its cue as they are displayed: "speech verb: sagte"."""
    return f"{one.rule}: {text[one.cue[0] : one.cue[1]]}" if one.cue is not None else str(one.rule)
