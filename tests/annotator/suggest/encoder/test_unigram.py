from annotator.suggest.encoder.chunks import cut
from annotator.suggest.encoder.encoder import FIRST, LAST
from annotator.suggest.encoder.unigram import Unigram

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "k", "ö", "l", "n", "▁köln", "▁kö", "ln", "er"]
SCORES = [0.0, 0.0, 0.0, 0.0, -5.0, -4.0, -4.0, -4.0, -4.0, -6.0, -3.0, -3.5, -2.0]
UNIGRAM = Unigram(PIECES, SCORES, 3, {0xA0: " ", 0x212A: "k"})


def pieces(word, after_space=True):
    return [PIECES[number] for number in UNIGRAM.word(word, after_space=after_space)]


def test_likeliest_pieces_win():
    assert pieces("köln") == ["▁köln"]
    assert pieces("kölner") == ["▁köln", "er"]


def test_word_without_space_before_has_no_mark():
    assert pieces("ln", after_space=False) == ["ln"]
    assert pieces("ln") == ["▁", "ln"]


def test_unknown_characters_are_one_piece_each():
    assert pieces("😀n") == ["▁", "<unk>", "n"]
    assert pieces("", after_space=False) == ["<unk>"]


def test_forms_replace_characters():
    assert pieces("\u212aöln") == ["▁köln"]


def test_text_is_cut_at_spaces():
    assert [PIECES[number] for number in UNIGRAM.text("köln\u00a0 er")] == ["▁köln", "▁", "er"]


def test_chunks_hold_whole_sentences():
    sentence = [("köln", True)] * 40
    chunks = list(cut([sentence, sentence, sentence], UNIGRAM))
    assert [len(chunk.words) for chunk in chunks] == [80, 40]
    assert chunks[0].pieces[0] == FIRST
    assert chunks[0].pieces[-1] == LAST
    assert [word for chunk in chunks for word in chunk.words] == list(range(120))


def test_long_sentence_is_cut_between_words():
    chunks = list(cut([[("kölner", True)] * 500], UNIGRAM))
    assert max(len(chunk.pieces) for chunk in chunks) <= 129
    assert sum(len(chunk.words) for chunk in chunks) == 500


def test_long_word_has_few_pieces():
    (chunk,) = cut([[("k" * 100_000, True)]], UNIGRAM)
    assert len(chunk.pieces) <= 8
