"""A claim in a few words: claimant, kind, stance, worthiness."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.schema import ROLE, RelationType, Value, words
from annotator.model.values import CLAIMS, Relation, Span, Suggestion
from ui.article.layout.captions import remarks, signs
from ui.article.layout.row_index import Drawn
from ui.base.i18n import translate, ui_language
from ui.base.look.plain_text import one_line
from ui.bridge.session import Session

CLAIMANT = "claimant"  # relation type, and prefix of the attribute for claimants without a name
CLAIMANT_KIND = "claimant_kind"
WORTHINESS = "worthiness"
_STANCE = "stance"
_FACTS = ("kind", WORTHINESS)
_NAMED = "entity"


class CardWords(NamedTuple):
    """The text of a card: the claimant ``who``, and ``facts``. ``known`` is whether the claimant is decided.

    ``facts`` begin with the stance if it is not the default one. The stance tells apart people who affirm and who deny
    the same words.
    """

    who: str
    facts: tuple[str, ...]
    known: bool = True


class ClaimWords:
    """Texts about the open article's claims, in the window's language."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def card(self, claim: Drawn) -> CardWords:
        """Return the text that the card of a claim shows."""
        quotes = self._claimants(claim)
        who = self._claimant(claim, quotes)
        stance = () if self._is_default(claim, _STANCE) else (_STANCE,)
        facts = tuple(filter(None, (signs(claim), *self._values(claim, stance))))
        name = who or translate("Claims", "claimant not set")
        return CardWords(name if quotes else name[:1].upper() + name[1:], facts, known=bool(who))

    def claimant(self, claim: Drawn) -> str:
        """Return the name of a claim's claimant, or "" if undecided."""
        return self._claimant(claim, self._claimants(claim))

    def _claimant(self, claim: Drawn, quotes: list[str]) -> str:
        if quotes:
            return ", ".join(map(one_line, quotes))
        return "" if claim.attributes.get(CLAIMANT_KIND) == _NAMED else self._value(claim, CLAIMANT_KIND)

    def worthiness(self, claim: Span) -> tuple[int, str]:
        """Return the rank and the name of a claim's worthiness: 0 is the most urgent, and an unknown one ranks last."""
        project = self._session.project
        attribute = project.schema.attribute(CLAIMS, WORTHINESS) if project else None
        known = [value.id for value in attribute.values] if attribute else []
        value = claim.attributes.get(WORTHINESS)
        return known.index(value) if value in known else len(known), self._value(claim, WORTHINESS)

    def spoken(self, claim: Drawn) -> str:
        """Return a claim in words for screen readers, with its number among the claims on the same words."""
        card = self.card(claim)
        opened = self._session.opened
        facts = list(self._values(claim, (_STANCE,)))
        same = [span for span in opened.spans_at(claim.start, claim.end) if is_twin(span, claim)] if opened else []
        if len(same) > 1:
            pattern = translate("Claims", "claim {place} of {count} with the same words")
            facts.append(pattern.format(place=same.index(claim) + 1 if claim in same else 1, count=len(same)))
        suggested = (translate("Claims", "suggested"),) if isinstance(claim, Suggestion) else ()
        return "; ".join(filter(None, (*suggested, card.who, *facts, remarks(claim).replace("\n", "; "))))

    def end_name(self, relation: Relation) -> str:
        """Return the displayed name of a relation's tail, with its role if it has one: "Evidence (supports)"."""
        project = self._session.project
        found = project.schema.relation(relation.label) if project else None
        if found is None:
            return relation.label
        name, role = words(found.name, ui_language()) or found.id, role_words(found, relation.attributes)
        return translate("Claims", "{end} ({role})").format(end=name, role=role) if role else name

    def rank(self, relation: Relation) -> int:
        """Return the position of a relation's type in the schema; unknown types come last."""
        project = self._session.project
        known = [found.id for found in project.schema.relations] if project else []
        return known.index(relation.label) if relation.label in known else len(known)

    def _claimants(self, claim: Drawn) -> list[str]:
        opened = self._session.opened
        if opened is None:
            return []
        text = opened.document.text
        if isinstance(claim, Suggestion):
            drafts = [draft for draft in claim.relations if draft.label == CLAIMANT]
            quotes = [" ".join(text[start:end] for start, end in draft.parts) for draft in drafts]
            pattern = translate("ClaimCard", "{one} or {other}?")
            return quotes if len(quotes) < 2 else [pattern.format(one=quotes[0], other=quotes[1])]  # undecided
        return [tail.quote(text) for tail in opened.tails(claim.id, CLAIMANT)]

    def _values(self, claim: Drawn, first: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filter(None, (self._value(claim, attribute) for attribute in (*first, *_FACTS))))

    def _is_default(self, claim: Drawn, attribute: str) -> bool:
        """Return whether a claim has the attribute's first value in the schema."""
        project = self._session.project
        found = project.schema.attribute(CLAIMS, attribute) if project else None
        default = found.values[0].id if found is not None and found.values else None
        return claim.attributes.get(attribute) == default

    def _value(self, claim: Drawn, attribute: str) -> str:
        value = claim.attributes.get(attribute)
        project = self._session.project
        if value is None or project is None:
            return ""
        found = project.schema.attribute(CLAIMS, attribute)
        known = next((v for v in found.values if v.id == value), None) if found else None
        return words(known.name, ui_language()) if known else str(value)


def is_twin(span: Span, claim: Drawn) -> bool:
    """Return whether a span is the claim or another claim on the same words."""
    return span.layer == CLAIMS and span.parts == claim.parts


def role_words(relation: RelationType, attributes: Mapping[str, object]) -> str:
    """Return the displayed name of the role in a relation's attributes, or "" if there is none."""
    value: Value | None = next((value for value in relation.roles if value.id == attributes.get(ROLE)), None)
    return words(value.name, ui_language()) if value is not None else ""
