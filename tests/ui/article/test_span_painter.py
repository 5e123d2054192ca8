import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from annotator.model.schema_file import load
from tests.ui.articles import TEXT, claim, cue, document, part, span, suggestion, tokens_of
from ui.article.view import ArticleView
from ui.base.look.look import dark, label_colours, light

MOEWENORT = span("Möwenort")
RAT = suggestion("Küstenrat", "ORG", nth=2)
CLAIM = claim("spart das")
GUESS = suggestion("das koste nichts", "CLAIM", layer="claims")
CUE = cue("Laut")


@pytest.fixture(params=["light", "dark"])
def view(qtbot, request):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 700)
    is_dark = request.param == "dark"
    view.set_look((dark if is_dark else light)(label_colours(load("news"), dark=is_dark)))
    view.show_document(document(), [MOEWENORT, CLAIM, CUE], [RAT, GUESS], tokens_of(TEXT))
    view.show()
    qtbot.waitExposed(view)
    return view


def share(view, rect, colour):
    """Return the share of a rectangle that has a colour."""
    image = view.viewport().grab(rect).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(_near(pixel, colour) for pixel in pixels) / len(pixels)


def below(rect, height=3):
    return QRect(rect.left() + 2, rect.bottom() + 1, rect.width() - 4, height)


def beside(rect):
    """Return the strip between a box and its text, where only the tint is."""
    return QRect(rect.left() + 1, rect.top() + 1, rect.width() - 2, 2)


def _near(pixel, colour):
    difference = (abs(a - b) for a, b in zip(pixel.getRgb()[:3], colour.getRgb()[:3], strict=True))
    return max(difference) < 12


def _nearer(pixel, colour, other):
    """Return whether a pixel resembles one colour more than another."""
    apart = [sum(abs(a - b) for a, b in zip(pixel.getRgb(), each.getRgb(), strict=True)) for each in (colour, other)]
    return apart[0] < apart[1]


def colour_of(view, row):
    return view.display.look.colour(row.layer, row.label)


def test_span_has_solid_lane_and_tint(view):
    rect = view.span_rects(MOEWENORT.id)[0]
    assert share(view, below(rect, 2), colour_of(view, MOEWENORT)) > 0.9
    assert share(view, beside(rect), view.display.look.ground) < 0.1


def test_suggestion_has_dashed_outline(view):
    rect = view.span_rects(RAT.id)[0]
    assert 0.1 < share(view, below(rect, 2), colour_of(view, RAT)) < 0.85
    assert share(view, beside(rect), view.display.look.ground) > 0.5


def test_suggested_claim_has_dashed_lane(view):
    rect = view.span_rects(GUESS.id)[0]
    lane = view.page.layout.measures.pens.pitch
    strip = QRect(rect.left() + 2, rect.bottom() + 1 + lane, rect.width() - 4, 2)
    assert 0.4 < share(view, strip, colour_of(view, GUESS)) < 0.8
    assert share(view, beside(rect), view.display.look.ground) > 0.7


def test_cue_is_dotted(view):
    rect = view.span_rects(CUE.id)[0]
    assert 0.1 < share(view, below(rect, 2), colour_of(view, CUE)) < 0.7


def test_claim_lane_lies_below_entity_lanes(view):
    rect = view.span_rects(CLAIM.id)[0]
    lane = view.page.layout.measures.pens.pitch
    assert share(view, below(rect, 2), colour_of(view, CLAIM)) < 0.1
    strip = QRect(rect.left() + 2, rect.bottom() + 1 + lane, rect.width() - 4, 2)
    assert share(view, strip, colour_of(view, CLAIM)) > 0.9


def test_active_row_has_ring(view):
    rect = view.span_rects(RAT.id)[0]
    around = rect.adjusted(-4, -3, 4, 4)
    before = share(view, around, view.display.look.accent)
    view.set_active(RAT.id)
    assert share(view, around, view.display.look.accent) > before + 0.1


def test_ring_hides_no_quotation_mark(view):
    text = "Kürzlich\n\nSie sagte: „Wir geben mehr aus, als wir haben“, und ging."
    said = claim("Wir geben mehr aus, als wir haben", text=text)
    view.show_document(document(text), [said], [], tokens_of(text))
    look, rect = view.display.look, view.span_rects(said.id)[0]
    mark = QRect(rect.left() - 8, rect.top(), 10, rect.height())
    bare = view.viewport().grab(mark).toImage()
    view.set_active(said.id)
    ringed = view.viewport().grab(mark).toImage()
    places = [(x, y) for x in range(bare.width()) for y in range(bare.height())]
    inked = [at for at in places if _nearer(bare.pixelColor(*at), look.ink, look.muted)]
    assert inked
    assert [at for at in inked if not _nearer(ringed.pixelColor(*at), look.ink, look.accent)] == []


@pytest.mark.parametrize("words", ["der Halle", "sparsamste Baugeschäft des ganzen Landes", "umsonst überlässt"])
def test_ring_is_not_behind_a_full_stop(view, words):
    text = f"Kürzlich\n\nSie {words}. Und dann ging sie."
    said = claim(words, text=text)
    view.show_document(document(text), [said], [], tokens_of(text))
    look, rect = view.display.look, view.span_rects(said.id)[0]
    after = QRect(rect.right() - 1, rect.bottom() - 9, 7, 6)
    bare = view.viewport().grab(after).toImage()
    inked = {(x, y) for x in range(1, 7) for y in range(6) if _nearer(bare.pixelColor(x, y), look.ink, look.ground)}
    view.set_active(said.id)
    ringed = view.viewport().grab(after.translated(0, -4)).toImage()
    ring = {x for x in range(7) if _nearer(ringed.pixelColor(x, 0), look.accent, look.ground)}
    assert inked
    assert not ring & {x for x, _ in inked}


def test_selection_is_painted_and_cleared(view):
    rect = view.span_rects(MOEWENORT.id)[0]
    bare = view.viewport().grab(rect).toImage()
    view.select(*part("Möwenort"))
    assert view.viewport().grab(rect).toImage() != bare
    view.select(0, 0)
    assert view.viewport().grab(rect).toImage() == bare


def test_hits_are_painted(view):
    hit = part("bestellt", 2)
    view.show_hits([hit], hit)
    view.update_rows([span("bestellt", nth=2)], [])
    rect = view.span_rects("LOC-bestellt-2")[0]
    assert share(view, rect, view.display.look.hit) > 0.3


def test_caret_is_painted(view):
    view.select(part("zahlt")[0], part("zahlt")[0])
    box = view.page.layout.caret_box(view.caret())
    left = round(box.left()) + view.page.layout.measures.left
    rect = QRect(left - 2, int(box.top()) - view.scrolling.top, 4, int(box.height()))
    ink = view.display.look.ink if view.hasFocus() else view.display.look.muted
    assert share(view, rect, ink) > 0.2


def test_labelled_paragraph_has_margin_dot(view):
    layout = view.page.layout
    line = layout.laid(2).lines[0]
    top = layout.top(2) + line.words - view.scrolling.top
    strip = QRect(0, top, layout.measures.left - 4, line.lanes - line.words)
    assert share(view, strip, view.display.look.accent) > 0.01
    assert share(view, strip, QColor("#ff00ff")) == 0


def test_surer_suggestion_has_heavier_outline(view):
    drawn = []
    for score in (0.95, 0.7, 0.3):
        guess = suggestion("Küstenrat", "ORG", nth=2, score=score)
        view.update_rows([], [guess])
        drawn.append(1 - share(view, below(view.span_rects(guess.id)[0], 3), view.display.look.ground))
    sure, likely, doubtful = drawn
    assert sure > 1.1 * likely
    assert likely > 1.2 * doubtful
    assert doubtful > 0.05
