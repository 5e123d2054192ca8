from annotator.model.sentence_states import SentenceState, states, unread
from annotator.model.values import SentenceMark
from annotator.text.sentences import split
from tests.annotator.formats.texts import TEXT, document, hex_id, span

UNREAD, EMPTY, LABELLED = SentenceState.UNREAD, SentenceState.EMPTY, SentenceState.LABELLED


def test_a_sentence_is_unread_until_it_is_said_to_be_empty_or_has_a_label():
    sentences = [(0, 10), (11, 20), (21, 30)]
    assert states(sentences, [], []) == [UNREAD] * 3
    assert states(sentences, [(12, 14)], [(21, 30)]) == [UNREAD, LABELLED, EMPTY]


def test_a_label_in_a_sentence_counts_more_than_that_it_was_empty_before():
    assert states([(0, 10)], [(3, 5)], [(0, 10)]) == [LABELLED]


def test_labels_that_only_touch_a_sentence_are_not_in_it():
    assert states([(5, 10)], [(0, 5), (10, 12)], []) == [UNREAD]


def test_a_label_over_two_sentences_is_in_both():
    assert states([(0, 10), (11, 20), (21, 30)], [(8, 13)], []) == [LABELLED, LABELLED, UNREAD]


def test_a_sentence_that_was_read_in_part_is_unread():
    assert states([(0, 10)], [], [(0, 6)]) == [UNREAD]
    assert states([(0, 10)], [], [(5, 10), (0, 6)]) == [EMPTY]


def test_the_unread_sentences_of_a_document_are_those_without_label_and_without_mark():
    first, second = split(TEXT)
    assert unread(document(), [], []) == [first, second]
    assert unread(document(), [span(1, "Köln", label="LOC")], []) == [second]
    mark = SentenceMark(document=hex_id(1), annotator="ada", start=second[0], end=second[1])
    assert unread(document(), [span(1, "Köln", label="LOC")], [mark]) == []
