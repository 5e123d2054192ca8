"""Texts about open questions: their kinds and counts, and why a label is listed."""

from collections.abc import Mapping

from annotator.editing.open_questions import HEADINGS, OpenQuestion, QuestionKind
from annotator.model.schema import Schema, words
from ui.base.i18n import number, translate, ui_language
from ui.base.words.counted import counted


def kind_words(kind: QuestionKind) -> str:
    """Return the heading of a kind of questions."""
    return translate("Questions", HEADINGS[kind])


def count_words(kind: QuestionKind, count: int) -> str:
    """Return how many questions of a kind there are, in words that fit into a sentence."""
    one, many = {
        QuestionKind.DOUBTFUL: (
            translate("Questions", "1 doubtful label"),
            translate("Questions", "{count} doubtful labels"),
        ),
        QuestionKind.NAMES: (
            translate("Questions", "1 inconsistent name"),
            translate("Questions", "{count} inconsistent names"),
        ),
        QuestionKind.FIELDS: (
            translate("Questions", "1 claim with fields not looked at"),
            translate("Questions", "{count} claims with fields not looked at"),
        ),
        QuestionKind.RULES: (translate("Questions", "1 broken rule"), translate("Questions", "{count} broken rules")),
        QuestionKind.CLAIMANTS: (
            translate("Questions", "1 claim without claimant"),
            translate("Questions", "{count} claims without claimant"),
        ),
    }[kind]
    return counted(count, one, many)


def counts_words(counts: Mapping[QuestionKind, int]) -> str:
    """Return the counts of all kinds of questions in one line, or "" if there are none."""
    return ", ".join(count_words(kind, counts[kind]) for kind in QuestionKind if counts.get(kind))


def reason_words(question: OpenQuestion, schema: Schema) -> str:
    """Return why a label is listed, or "" if its heading says everything. Inconsistent names have a text elsewhere."""
    match question.kind:
        case QuestionKind.DOUBTFUL if question.marked:
            return translate("Questions", "marked as doubtful")
        case QuestionKind.DOUBTFUL if question.score is not None:
            return translate("Questions", "accepted by sight at {score}").format(score=number(question.score, 2))
        case QuestionKind.DOUBTFUL:
            return translate("Questions", "accepted by sight")
        case QuestionKind.FIELDS:
            fields = (schema.attribute(question.layer, id_) for id_ in question.about)
            return ", ".join(words(field.name, ui_language()) or field.id for field in fields if field is not None)
        case QuestionKind.RULES:
            return words(question.words, ui_language()) or ", ".join(question.about)
        case _:
            return ""
