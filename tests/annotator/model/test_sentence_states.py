from annotator.model.sentence_states import SentenceState, states, unread
from annotator.model.values import SentenceMark
from annotator.text.sentences import split
from tests.annotator.formats.texts import TEXT, document, hex_id, span

UNREAD, EMPTY, LABELLED = SentenceState.UNREAD, SentenceState.EMPTY, SentenceState.LABELLED


def test_sentence_is_unread_without_mark_or_label():
    sentences = [(0, 10), (11, 20), (21, 30)]
    assert states(sentences, [], []) == [UNREAD] * 3
    assert states(sentences, [(12, 14)], [(21, 30)]) == [UNREAD, LABELLED, EMPTY]


def test_label_outranks_empty_mark():
    assert states([(0, 10)], [(3, 5)], [(0, 10)]) == [LABELLED]


def test_adjacent_label_is_not_in_the_sentence():
    assert states([(5, 10)], [(0, 5), (10, 12)], []) == [UNREAD]


def test_a_label_over_two_sentences_is_in_both():
    assert states([(0, 10), (11, 20), (21, 30)], [(8, 13)], []) == [LABELLED, LABELLED, UNREAD]


def test_a_sentence_that_was_read_in_part_is_unread():
    assert states([(0, 10)], [], [(0, 6)]) == [UNREAD]
    assert states([(0, 10)], [], [(5, 10), (0, 6)]) == [EMPTY]


def test_unread_sentences_have_no_label_or_mark():
    first, second = split(TEXT)
    assert unread(document(), [], []) == [first, second]
    assert unread(document(), [span(1, "Köln", label="LOC")], []) == [second]
    mark = SentenceMark(document=hex_id(1), annotator="ada", start=second[0], end=second[1])
    assert unread(document(), [span(1, "Köln", label="LOC")], [mark]) == []
