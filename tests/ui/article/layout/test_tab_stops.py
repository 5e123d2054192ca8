"""Tables pasted with tabs."""

import pytest

from tests.ui.article.layout.test_article_layout import all_laid, laid_out

pytestmark = pytest.mark.usefixtures("qapp")


def test_columns_of_a_pasted_table_are_aligned():
    rows = ["Stadt\tEinwohner\tLand", "Hafenstadt an der Küste\t12.000\tNord", "Rom\t2.800.000\tSüd"]
    layout = laid_out(text="\n".join(["Die Städte im Vergleich.", *rows, "Ohne Tabulator."]))
    laid = all_laid(layout)[1:-1]
    for column in (1, 2):
        ends = [row.split("\t", column) for row in rows]
        places = [each.block.start + len("\t".join(cells[:column])) for each, cells in zip(laid, ends, strict=True)]
        starts = {round(each.x_of(place + 1)) for each, place in zip(laid, places, strict=True)}
        assert len(starts) == 1
        assert starts.pop() >= max(each.x_of(place) for each, place in zip(laid, places, strict=True)) + 16
