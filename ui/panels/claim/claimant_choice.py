"""Choices for a claimant that a suggestion left open between two names: "Klein or Weber?"."""

from annotator.editing.proposed_relations import CLAIMANT, alternatives
from annotator.model.values import DraftRelation, OriginKind, Span, Suggestion, SuggestionState
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.claim.claim_fields import NAMED, ClaimField
from ui.panels.span.fields import ShownValue

_OPEN = "claimant."  # prefix of these choices' ids
_LONGEST = 40  # shown characters of a name


def open_claimants(session: Session, claim: Span) -> tuple[DraftRelation, ...]:
    """Return a draft relation for each claimant that an accepted claim's suggestion left open, likeliest first."""
    opened = session.opened
    if opened is None or claim.origin.kind is not OriginKind.SUGGESTION or claim.document != opened.document.id:
        return ()
    accepted = session.required().read.suggestions(claim.document, SuggestionState.ACCEPTED)
    found = next((each for each in accepted if each.key == (claim.layer, claim.parts, claim.label)), None)
    return alternatives(found) if found is not None else ()


def shown_open(session: Session, claim: Span, field: ClaimField) -> ShownValue:
    """Return the claimant field's value with both names as choices; an empty value if the claimant is not open."""
    is_claimant = any(relation.id == CLAIMANT for relation in field.relations)
    drafts = open_claimants(session, claim) if is_claimant else ()
    if not drafts:
        return ShownValue()
    text = session.required_opened().document.text
    names = [one_line(" ".join(text[start:end] for start, end in draft.parts), _LONGEST) for draft in drafts]
    help_ = translate("ClaimCard", "The pronoun may mean either name.")
    choices = tuple(PopupChoice(id=f"{_OPEN}{place}", name=name, help=help_) for place, name in enumerate(names))
    asked = translate("ClaimCard", "{one} or {other}?").format(one=names[0], other=names[1])
    return ShownValue(words=asked, pieces=choices, is_open=True)


def take_open(session: Session, decisions: Decisions, claim: Span, chosen: str | None) -> bool:
    """Set the chosen name as the claimant, in one step; return False if the choice is not such a name."""
    if chosen is None or not chosen.startswith(_OPEN):
        return False
    drafts, place = open_claimants(session, claim), int(chosen.removeprefix(_OPEN))
    if place < len(drafts):
        draft = drafts[place]
        decisions.relate(claim, CLAIMANT, _tail(session, decisions, draft), {f"{CLAIMANT}_kind": NAMED})
    return True


def _tail(session: Session, decisions: Decisions, draft: DraftRelation) -> Span | Suggestion:
    """Return the span or suggestion at the place of a name, or a new span if there is none."""
    opened = session.required_opened()
    part = draft.parts[0][0], draft.parts[-1][1]
    rows: list[Span | Suggestion] = [*opened.spans_at(*part), *opened.suggestions_at(*part)]
    found = next((row for row in rows if row.layer == draft.layer), None)
    return found or decisions.labelled(part, draft.layer, draft.tail_label)
