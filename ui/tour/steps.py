"""The steps of the tour: their texts, their keys, and how to tell from the open article that a step is done."""

from enum import StrEnum
from typing import NamedTuple

from annotator.corpus.tour_article import TourPlace
from annotator.model.values import CLAIMS, OriginKind, Span
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate
from ui.bridge.opened import Opened


class TourStep(StrEnum):
    """The steps of the tour, in order."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    OWN = "own"
    CLAIM = "claim"
    CARD = "card"
    DONE = "done"
    EXPORT = "export"


# keys that no action has: they move the caret, or belong to the claim card
SELECT_WORD, NEXT_FIELD, TAKE_FIELD = FIXED = ("Shift+Right", "Down", "Return")
STEPS = tuple(TourStep)
IN_TEXT = STEPS[: STEPS.index(TourStep.DONE)]  # the steps about words of the article

_TITLES = {
    TourStep.ACCEPT: QT_TRANSLATE_NOOP("Tour", "Accept a suggestion"),
    TourStep.CORRECT: QT_TRANSLATE_NOOP("Tour", "Correct a suggestion"),
    TourStep.REJECT: QT_TRANSLATE_NOOP("Tour", "Reject a suggestion"),
    TourStep.OWN: QT_TRANSLATE_NOOP("Tour", "Label words yourself"),
    TourStep.CLAIM: QT_TRANSLATE_NOOP("Tour", "Label a claim"),
    TourStep.CARD: QT_TRANSLATE_NOOP("Tour", "Look at the claim’s card"),
    TourStep.DONE: QT_TRANSLATE_NOOP("Tour", "Finish the article"),
    TourStep.EXPORT: QT_TRANSLATE_NOOP("Tour", "Export your labels"),
}
_TEXTS = {
    TourStep.ACCEPT: QT_TRANSLATE_NOOP("Tour", "“{words}” is suggested as a person, and that is right. Accept it."),
    TourStep.CORRECT: QT_TRANSLATE_NOOP(  # by now the thorough suggestions may have the right label
        "Tour", "“{words}” is a company. The key of a label corrects the suggestion, or accepts it if it is right."
    ),
    TourStep.REJECT: QT_TRANSLATE_NOOP("Tour", "“{words}” is not a name at all. Reject the suggestion."),
    TourStep.OWN: QT_TRANSLATE_NOOP(
        "Tour", "“{words}” is a firm too; in lower case it is easily missed. Select the word and label it."
    ),
    TourStep.CLAIM: QT_TRANSLATE_NOOP(
        "Tour", "Somebody’s view is reported here. Select the whole sentence and label it as a claim."
    ),
    TourStep.CARD: QT_TRANSLATE_NOOP(
        "Tour", "Your claim’s card is on the right. Dashed fields are only proposed: accept one."
    ),
    TourStep.DONE: QT_TRANSLATE_NOOP(
        "Tour", "Mark an article as done when you have read it. If open questions are listed, press the key again."
    ),
    TourStep.EXPORT: QT_TRANSLATE_NOOP(
        "Tour", "Labels become training data when you export them. Choose a format, then a place for the file."
    ),
}
_KEYS = {
    TourStep.ACCEPT: (("suggestion.accept", QT_TRANSLATE_NOOP("Tour", "Accept")),),
    TourStep.CORRECT: (("label.entities.ORG", QT_TRANSLATE_NOOP("Tour", "Organisation")),),
    TourStep.REJECT: (
        ("suggestion.reject", QT_TRANSLATE_NOOP("Tour", "Reject")),
        ("span.delete", QT_TRANSLATE_NOOP("Tour", "Remove, if already accepted")),
    ),
    TourStep.OWN: (
        (SELECT_WORD, QT_TRANSLATE_NOOP("Tour", "Select the word")),
        ("label.entities.ORG", QT_TRANSLATE_NOOP("Tour", "Organisation")),
    ),
    TourStep.CLAIM: (
        ("edit.select_sentence", QT_TRANSLATE_NOOP("Tour", "Select the sentence")),
        ("label.claims.CLAIM", QT_TRANSLATE_NOOP("Tour", "Claim")),
    ),
    TourStep.CARD: (
        (NEXT_FIELD, QT_TRANSLATE_NOOP("Tour", "Choose a proposed field")),
        (TAKE_FIELD, QT_TRANSLATE_NOOP("Tour", "Accept it")),
    ),
    TourStep.DONE: (("article.done", QT_TRANSLATE_NOOP("Tour", "Done and continue")),),
    TourStep.EXPORT: (("file.export", QT_TRANSLATE_NOOP("Tour", "Export")),),
}


class Key(NamedTuple):
    """A key to show: the id of its action, or one of `FIXED`, and what the key does in this step."""

    action: str
    words: str


class StepWords(NamedTuple):
    """The texts of a step in the window's language."""

    title: str
    text: str
    keys: tuple[Key, ...] = ()


def words_of(step: TourStep, quote: str) -> StepWords:
    """Return the texts of a step.

    ``quote`` is the words of the article that the step is about, "" if there are none.
    """
    keys = tuple(Key(action, translate("Tour", words)) for action, words in _KEYS[step])
    return StepWords(translate("Tour", _TITLES[step]), translate("Tour", _TEXTS[step]).format(words=quote), keys)


def is_reached(step: TourStep, place: TourPlace, opened: Opened) -> bool:
    """Return whether the open article shows the result of a step, however the user got there."""
    start, end, layer, label = place
    there = [span for span in opened.spans if span.start < end and start < span.end]
    if step is TourStep.REJECT:
        waits = any(suggestion.label == label for suggestion in opened.suggestions_at(start, end))
        return not waits and not any(span.layer == layer for span in there)
    if step is TourStep.OWN:
        return any(span.layer == layer and span.start <= start and end <= span.end for span in there)
    claims = [span for span in there if span.layer == CLAIMS]
    if step is TourStep.CLAIM:
        return bool(claims)
    if step is TourStep.CARD:
        return any(_has_own_field(claim, opened) for claim in claims)
    return any((span.layer, span.label, span.start, span.end) == (layer, label, start, end) for span in there)


def _has_own_field(claim: Span, opened: Opened) -> bool:
    """Return whether a person set or accepted a field of a claim."""
    if claim.origin.confirmed or (claim.origin.kind is OriginKind.HUMAN and claim.attributes):
        return True
    return any(relation.origin.kind is OriginKind.HUMAN for relation in opened.relations.of_head(claim.id))
