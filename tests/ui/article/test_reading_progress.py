from annotator.model.sentence_states import SentenceState
from tests.ui.articles import TEXT, document, part, span
from ui.article.article_page import ReadingProgress
from ui.article.layout.blocks import cut
from ui.article.layout.row_index import RowIndex, ShownRows

UNREAD, EMPTY, LABELLED = SentenceState.UNREAD, SentenceState.EMPTY, SentenceState.LABELLED
COUNCIL = part("Der Küstenrat in Möwenort hat Änne Petersen bestellt.")
SAVES = part("Laut Rat spart das 4,2\u00a0Millionen Euro im Jahr.")
HARBOUR = part("Im Cafe\u0301 am Hafen\u2028wurde gefeiert.")


def progress(rows=(), marks=(), text=TEXT, **fields):
    found = document(text, **fields)
    return ReadingProgress(found, cut(found.text, found.title), RowIndex(rows), marks)


def looked_through(found):
    while not found.compute_for(1):
        pass
    return found.read, found.total


def test_sentence_states():
    found = progress([span("Möwenort")], [SAVES])
    assert found.of(2)[:2] == [(COUNCIL, LABELLED), (SAVES, EMPTY)]
    assert {state for _, state in found.of(4)} == {UNREAD}


def test_hidden_layer_counts_as_labelled():
    found = document()
    rows = RowIndex([span("Möwenort")], ShownRows(hidden=frozenset({"entities"})))
    assert ReadingProgress(found, cut(found.text, found.title), rows, ()).of(2)[0] == (COUNCIL, LABELLED)


def test_progress_is_recounted_only_for_changed_blocks():
    rows = RowIndex([])
    found = document()
    counted = ReadingProgress(found, cut(found.text, found.title), rows, [])
    read, total = looked_through(counted)
    assert (read, total) == (0, sum(len(counted.of(index)) for index in range(5)))
    rows.add(span("Möwenort"))
    counted.drop([2])
    assert looked_through(counted) == (1, total)
    assert counted.toggle([HARBOUR]) == {4}
    assert looked_through(counted) == (2, total)
    counted.toggle([HARBOUR])
    assert looked_through(counted) == (1, total)


def test_page_furniture_has_no_sentences():
    found = progress(excluded=(part("Im Cafe\u0301 am Hafen\u2028wurde gefeiert."),))
    assert HARBOUR not in [sentence for sentence, _ in found.of(4)]
    assert len(found.of(4)) == len(progress().of(4)) - 1


def test_beside_crosses_paragraphs():
    found = progress()
    last = found.of(2)[-1][0]
    assert found.beside(last[0], 1, 2) == HARBOUR
    assert found.beside(HARBOUR[0], -1, 4) == last
    assert found.beside(0, -1, 0) is None
    assert found.beside(len(TEXT), 1, 4) is None


def test_touched_sentences():
    found = progress()
    between = [sentence for sentence, _ in found.of(2)[2:]]
    touched = [sentence for sentence, _ in found.touched(SAVES[0] + 3, HARBOUR[0] + 2, 2)]
    assert touched == [SAVES, *between, HARBOUR]


def test_marks_in_paragraph_cut_into_pieces():
    text = "Das ist ein Satz ohne Namen. " * 600
    found = progress(text=text, title="")
    sentences = [sentence for index in range(8) for sentence, _ in found.of(min(index, len(found._blocks) - 1))]
    found.toggle(set(sentences))
    read, total = looked_through(found)
    assert read == total >= 600
