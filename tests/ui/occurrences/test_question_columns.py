"""The words of the open questions, and their columns: none is cut while another has room."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from annotator.cli.output import questions_line
from annotator.editing.occurrence_states import CONTEXT
from annotator.editing.open_questions import OpenQuestion, QuestionKind, settled
from annotator.jobs.open_questions import OpenQuestions
from annotator.model import schema_file
from annotator.model.values import ENTITIES
from tests.annotator.made import span
from ui.base.look.plain_text import sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import ROW
from ui.base.words.question_words import count_words, kind_words
from ui.occurrences.hit_list import paint_context
from ui.occurrences.question_list import QuestionDelegate, QuestionModel, Widths


@pytest.mark.parametrize(
    ("widths", "room", "titled", "shared"),
    [
        (Widths(words=60, reason=350, title=90), 500, False, (350, 0)),
        (Widths(words=400, reason=120, title=90), 500, True, (120, 90)),
        (Widths(words=400, reason=400, title=400), 600, True, (202, 180)),
        (Widths(words=900, reason=900, title=90), 300, False, (150, 0)),
    ],
)
def test_columns_follow_their_texts(widths, room, titled, shared):
    assert widths.share(room, titled=titled) == shared


def test_reason_is_whole_beside_short_words(qapp):
    rule = {"en": "A question has no verdict, and what nobody can check has none either"}
    question = OpenQuestion(
        kind=QuestionKind.RULES,
        layer=ENTITIES,
        label="ORG",
        words=rule,
        document="a",
        title="Article",
        start=0,
        end=3,
        quote="Sua",
    )
    model, delegate = QuestionModel(), QuestionDelegate()
    asked = OpenQuestions(rows=(question,), counts={QuestionKind.RULES: 1})
    model.show_asked(asked, schema_file.load("news"), titled=False)
    reason, _ = delegate.widths(model, QFont()).share(560, titled=False)
    assert reason >= QFontMetrics(sized(QFont(), SMALL)).horizontalAdvance(rule["en"])
    model.show_asked(OpenQuestions(rows=(), counts={}), schema_file.load("news"), titled=False)
    assert delegate.widths(model, QFont()).reason < 10


class Words(NamedTuple):
    """Words with the text around them."""

    before: str
    words: str
    after: str


def inked(hit, *, width=400):
    """Return the columns of pixels that have ink after a row is painted."""
    image = QImage(width, ROW, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_context(painter, image.rect(), hit, sized(QFont(), SMALL), QColor(Qt.GlobalColor.black), from_left=True)
    return [x for x in range(width) if any(image.pixelColor(x, y).value() < 128 for y in range(ROW))]


def test_text_before_the_words_begins_at_the_left(qapp):
    assert inked(Words(" In ", "Sua", " it rains"))[0] < 4


def test_context_that_was_cut_ends_with_dots(qapp):
    after = "i" * CONTEXT
    cut, whole = (inked(Words("", "Sua", words), width=900) for words in (after, after[:-1]))
    assert cut[-1] - whole[-1] > QFontMetrics(sized(QFont(), SMALL)).horizontalAdvance("i") + 1


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_has_words_and_can_be_settled(kind):
    asked = OpenQuestion(kind=kind, about=("a",), document="d", title="Article", start=0, end=4, quote="Köln")
    label = settled(asked, span("d", "Köln"), by_sight=True)
    assert label.origin.confirmed, "a look at a question of this kind leaves no mark"
    assert kind_words(kind).lower() in questions_line({kind: 2})
    assert count_words(kind, 1) != count_words(kind, 2)
