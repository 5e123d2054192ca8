"""Quotations on cards: whole lines, elided with a tooltip."""

from ui.base.widgets.chips import Quote

LONG = (
    "Die Stadt werde bis zum Frühjahr alle Häfen 🎈 sperren, sagte der Senator, und niemand habe es ihm geglaubt. " * 3
)


def shown(qtbot, quoted, width, height):
    quote = Quote()
    qtbot.addWidget(quote)
    quote.resize(width, height)
    quote.show_words(quoted, None)
    quote.show()
    return quote


def test_short_quote_has_no_tooltip(qtbot):
    quote = shown(qtbot, "Greifsund 🎈", 240, 100)
    assert quote.lines == ["Greifsund 🎈"]
    assert quote.toolTip() == ""


def test_long_quote_is_elided_with_tooltip(qtbot):
    quote = shown(qtbot, LONG, 240, 200)
    assert len(quote.lines) == 5
    assert quote.lines[-1].endswith("…")
    assert " ".join(LONG.split()) in quote.toolTip()


def test_only_whole_lines_are_shown(qtbot):
    quote = shown(qtbot, LONG, 240, 200)
    line = quote.fontMetrics().lineSpacing()
    quote.resize(240, 3 * line + line // 2)
    assert len(quote.lines) == 3
    assert quote.lines[-1].endswith("…")
    quote.resize(240, 200)
    assert len(quote.lines) == 5, "it asks for five lines again"
    assert quote.minimumSizeHint().height() < quote.heightForWidth(240)
