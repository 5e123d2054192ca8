"""Output of the board: hostile text is escaped, and huge tables are cut."""

from annotator.jobs.board import Board, BoardRow, RowKind, Stances, Topic
from ui.board.board_output import MOST_COPIED, as_mime


def board(names, topics):
    claimants = tuple(
        BoardRow(kind=RowKind.NAME, name=name, label="PER", keys=(f"words:{name}",), stances=Stances(1, 0, 0))
        for name in names
    )
    columns = tuple(Topic(name=topic, spellings=(topic,), claims=1) for topic in topics)
    return Board(claimants=claimants, topics=columns, cells={(0, 0): Stances(1, 0, 0)}, claims=1)


def test_table_escapes_formulas_tabs_and_markup(qapp):
    mime = as_mime(board(["=cmd()\tX\nY"], ["<b>Zoll</b>"]), "Claimant", "All topics")
    assert mime.text() == "Claimant\tAll topics\t<b>Zoll</b>\n'=cmd() X Y\t1\t1"
    assert "<th>&lt;b&gt;Zoll&lt;/b&gt;</th>" in mime.html()


def test_huge_board_is_cut(qapp):
    most_rows, most_columns = MOST_COPIED
    mime = as_mime(board(map(str, range(most_rows + 5)), map(str, range(most_columns + 5))), "", "")
    lines = mime.text().split("\n")
    assert len(lines) == most_rows + 1
    assert {line.count("\t") for line in lines} == {most_columns + 1}
