import pytest

from annotator.text.tokens import provisional
from tests.ui.articles import TEXT, document, part, tokens_of
from ui.article.caret import Caret, Words
from ui.article.layout.blocks import cut

WORDS = Words(TEXT, tokens_of(TEXT), tuple(cut(TEXT, document().title)))


def drawn(words, nth=1):
    start, end = part(words, nth)
    return Caret(end, start)


def taken(caret):
    return TEXT[slice(*WORDS.taken(caret))]


def block_of(caret):
    return next(i for i, block in enumerate(WORDS.blocks) if block.start <= caret.position <= block.end)


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("öwen", "Möwenort"),
        (" Möwenort ", "Möwenort"),
        ("afen-St", "Hafen-Stadt"),
        ("\u00a0Mill", "Millionen"),
        ("nne Pet", "Änne Petersen"),
        ("fe\u0301", "Cafe\u0301"),
        ("\u2028wurde", "wurde"),
    ],
)
def test_selection_snaps_to_tokens_without_white_space(selected, expected):
    assert taken(drawn(selected)) == expected


def test_backward_selection_snaps_alike():
    start, end = part("öwen")

    assert taken(Caret(start, end)) == "Möwenort"


def test_exact_selection_is_only_trimmed():
    start, end = part(" Möwen")

    assert taken(Caret(end, start, exact=True)) == "Möwen"


def test_white_space_alone_is_not_a_selection():
    start, end = part("\u2028")

    assert WORDS.taken(Caret(end, start)) == (end, end)


def test_selection_grows_and_shrinks_by_tokens():
    caret = Caret(part("Möwenort")[0] + 2, part("Möwenort")[0] + 2)
    caret = WORDS.by_token(caret, 1)
    assert taken(caret) == "Möwenort"
    caret = WORDS.by_token(caret, 1)
    assert taken(caret) == "Möwenort hat"
    caret = WORDS.by_token(WORDS.by_token(caret, -1), -1)
    assert taken(caret) == "Möwenort"


def test_selection_grows_by_sentences():
    caret = drawn("Möwenort")
    caret = WORDS.by_sentence(caret, 1, block_of(caret))
    assert taken(caret) == "Der Küstenrat in Möwenort hat Änne Petersen bestellt."
    caret = WORDS.by_sentence(caret, 1, block_of(caret))
    assert taken(caret).endswith("Millionen Euro im Jahr.")
    caret = WORDS.by_sentence(caret, -1, block_of(caret))
    assert taken(caret).startswith("Küstenrat bestellt 😀 Lotsin")


def test_white_space_belongs_to_sentence_before():
    offset = TEXT.index(" 👩")

    assert TEXT[slice(*WORDS.sentence_at(2, offset) or (0, 0))].endswith("Jahr.")


def test_token_steps_stop_at_ends_of_text():
    assert WORDS.token(0, -1) == 0
    assert WORDS.token(0, 1) == TEXT.index("bestellt")
    assert WORDS.token(len(TEXT), 1) == len(TEXT)


def test_text_without_tokens():
    words = Words(" \n ", provisional(" \n "), tuple(cut(" \n ", "")))

    assert words.by_token(Caret(1, 1), 1) == Caret(1, 1)
    assert words.by_sentence(Caret(1, 1), 1, 0) == Caret(1, 1)
    assert words.sentence_at(0, 0) is None
