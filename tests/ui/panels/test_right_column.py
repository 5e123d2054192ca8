from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.values import CLAIMS
from annotator.project.project import Project
from tests.ui.opened import open_article
from ui.base.widgets.chips import LabelChip
from ui.panels.claim.claim_card import row_edges
from ui.panels.right_column import Panels
from ui.panels.span.field_grid import FieldGrid

LOW = 650  # pixels: a screen of 720 without the window's frame and the desktop's bar


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def label(window, words, layer, name):
    start = window.session.opened.document.text.index(words)
    return window.decisions.label(start, start + len(words), layer, name)


def tails(window, claim, relation):
    opened = window.session.opened
    return [span.quote(opened.document.text) for span in opened.tails(claim.id, relation)]


def test_enter_in_article_takes_name_as_claimant(qtbot, window):
    name = label(window, "HD Hyundai", "entities", "ORG")
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    card.press("w")
    qtbot.keyClick(QApplication.activePopupWidget(), "1")
    window.view.select(name.start + 3, name.start + 3, exact=True)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert tails(window, claim, "claimant") == ["HD Hyundai"]
    assert window.session.opened.span(claim.id).attributes["claimant_kind"] == "entity"
    assert card.words.want is None


def test_return_without_name_shows_refusal(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    card.press("w")
    qtbot.keyClick(QApplication.activePopupWidget(), "1")
    window.view.select(2, 2, exact=True)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert card.findChild(QLabel, "claimOrigin").text().startswith("This does not fit here. Click on a name")
    assert card.words.want.relation.id == "claimant"


def test_click_on_claimant_keeps_card(qtbot, window):
    name = label(window, "HD Hyundai", "entities", "ORG")
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.aim.activate(claim.id)
    window.panels.claim_card.press("w")
    qtbot.keyClick(QApplication.activePopupWidget(), "1")
    place = window.view.span_rects(name.id)[0].center()
    qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: tails(window, claim, "claimant") == ["HD Hyundai"])
    qtbot.waitUntil(window.panels.claim_card.isVisible)
    assert window.view.active() == claim.id
    assert window.panels.claim_card.claim == claim.id


def test_selected_words_become_cue(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    window.panels.claim_card.press("s")
    at = window.session.opened.document.text.index("sagt")
    window.view.select(at + 1, at + 1, exact=True)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert tails(window, claim, "cue") == ["sagt"]


def test_escape_in_article_ends_waiting(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    window.panels.claim_card.press("s")
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert window.panels.claim_card.words.want is None
    assert tails(window, claim, "cue") == []


def test_claim_shows_card_and_name_shows_inspector(qtbot, window):
    name = label(window, "HD Hyundai", "entities", "ORG")
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.aim.activate(claim.id)
    qtbot.waitUntil(window.panels.claim_card.isVisible)
    window.aim.activate(name.id)
    qtbot.waitUntil(window.panels.inspector.isVisible)
    assert not window.panels.claim_card.isVisible()


def test_low_window_scrolls_column(qtbot, window):
    window.resize(800, 480)
    window.columns.reveal_right()
    column = window.panels.findChild(QScrollArea, "rightArea")
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    name = label(window, "HD Hyundai", "entities", "ORG")
    window.aim.activate(name.id)
    card = window.panels.inspector
    qtbot.waitUntil(card.isVisible)
    assert card.height() >= card.minimumSizeHint().height()
    last = window.panels.layers
    column.ensureWidgetVisible(last)
    assert column.viewport().rect().contains(last.mapTo(column.viewport(), last.rect().center()))


def test_ten_labels_are_visible_in_low_window(qtbot, make_window, tmp_path):
    schema = schema_file.load("news")
    names, *others = schema.layers
    every = replace(names, labels=tuple(replace(label, active=True) for label in names.labels))
    project = Project.create(tmp_path / "labels", schema=replace(schema, layers=(every, *others)))
    project.add_articles([Article(title="Zug", text="Ein Zug.", language="de")])
    path = project.path
    project.close()
    window = make_window(path)
    window.resize(1280, LOW)
    chips = window.panels.labels.findChildren(LabelChip)
    qtbot.waitUntil(lambda: all(not chip.visibleRegion().isEmpty() for chip in chips))
    column = window.panels.findChild(QScrollArea, "rightArea")
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() == 0)


def test_low_window_shows_usual_claim_fields_and_evidence(qtbot, window):
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    fields = card.findChild(QScrollArea, "claimFields")
    usual = "kind fact_type worthiness claimant_kind relation.cue relation.object speech".split()
    parts = [card.findChild(object, f"field.{name}") for name in usual]
    qtbot.waitUntil(lambda: all(part.isVisible() for part in parts))

    def in_sight(part):
        return fields.viewport().rect().contains(part.rect().translated(part.mapTo(fields.viewport(), QPoint(0, 0))))

    qtbot.waitUntil(lambda: all(map(in_sight, parts)))
    assert card.findChild(object, "field.citations").visibleRegion().boundingRect().height() >= 20


def test_evidence_follows_other_fields_in_high_window(qtbot, window):
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    area, evidence = card.findChild(QScrollArea, "claimFields"), card.findChild(object, "field.citations")
    qtbot.waitUntil(lambda: evidence.isVisible() and area.verticalScrollBar().maximum() > 0)

    def bottom():
        rows = [part for part in area.findChildren(QWidget) if part.objectName().startswith("field.")]
        edges = [part.mapTo(card, part.rect().bottomLeft()).y() for part in rows if part.visibleRegion()]
        return max(edges, default=0)

    for height in (880, 900, 920, 1200):
        window.resize(1440, height)
        qtbot.waitUntil(lambda: 0 < evidence.mapTo(card, QPoint(0, 0)).y() - bottom() < 12)


def test_links_at_foot_are_in_line_with_the_card(qtbot, window):
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    link = window.findChild(QPushButton, "acceptSure")
    qtbot.waitUntil(link.isVisible)
    option = QStyleOptionButton()
    link.initStyleOption(option)
    words = link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link)
    assert words.left() <= 1


def test_name_fields_fit_without_scrolling(qtbot, window):
    window.resize(1440, 860)
    window.columns.splitter.setSizes([296, 860, 284])  # what is below the fields takes two lines
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    taken = window.session.opened.suggestions[0]
    window.decisions.accept([taken.id])
    window.aim.activate(window.session.opened.spans_at(taken.start, taken.end)[0].id)
    fields = window.panels.inspector.findChild(QScrollArea, "inspectorFields")
    qtbot.waitUntil(fields.isVisible)
    qtbot.waitUntil(lambda: fields.widget().height() >= fields.widget().sizeHint().height() > 60)  # laid out
    assert fields.verticalScrollBar().maximum() == 0


def test_fields_use_keys_of_actions(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    spec = next(spec for spec in window.menus.specs if spec.id == "span.doubt")
    window.menus.keymap.choose(spec, ["Z"])
    window.menus.apply_keys()
    qtbot.keyClick(card, "d")
    assert QApplication.activePopupWidget() is None
    qtbot.keyClick(card, "z")
    assert window.session.opened.span(claim.id).doubt
    assert card.findChild(FieldGrid).specs[-1].key == "z"
    window.aim.activate(label(window, "HD Hyundai", "entities", "ORG").id)
    inspector = window.panels.inspector
    qtbot.waitUntil(lambda: inspector.isVisible() and inspector.press("z"))
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)


def is_in_sight(field, area):
    QApplication.processEvents()
    top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + field.height() <= area.viewport().height()


def test_values_have_more_room_than_long_german_names(qtbot, make_window, project_path):
    window = make_window(project_path, language="de")
    window.resize(1280, LOW)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    value = window.panels.claim_card.findChild(object, "field.kind")
    qtbot.waitUntil(lambda: value.isVisible() and value.width() > 1.1 * value.x())


def places(window):
    """Return the places of the column's parts, and of the article."""
    QApplication.processEvents()
    parts = (window.panels.shares.widget(0), window.panels.suggestions, window.panels.labels, window.panels.layers)
    return [part.mapTo(window, QPoint(0, 0)).y() for part in parts], [part.height() for part in parts]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_choosing_claim_or_name_moves_nothing(qtbot, make_window, project_path, size, language):
    window = make_window(project_path, language=language)
    window.resize(*size)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    name = label(window, "HD Hyundai", "entities", "ORG")
    card = window.panels.claim_card
    window.aim.activate(name.id)  # the first choice in an article gives the card its room
    qtbot.waitUntil(lambda: window.panels.shares.sizes()[0] > 200)
    window.aim.activate(None)
    qtbot.waitUntil(lambda: not card.isVisible())
    before = places(window)
    assert before[0][-1] + before[1][-1] <= window.height(), "the palette is in sight"
    window.aim.activate(claim.id)
    qtbot.waitUntil(card.isVisible)
    assert places(window) == before
    window.panels.open_card(claim.id)
    assert places(window) == before
    window.aim.activate(name.id)
    qtbot.waitUntil(window.panels.inspector.isVisible)
    assert places(window) == before
    window.aim.activate(window.session.opened.suggestions[0].id)
    assert places(window) == before


@pytest.mark.parametrize("language", ["en", "de"])
def test_labels_are_visible_in_decorated_window_of_720_pixels(qtbot, make_window, project_path, language):
    window = make_window(project_path, language=language)
    window.resize(1264, 664)  # with title bar, frame and a panel of the desktop
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    area = window.panels.findChild(QScrollArea, "rightArea")
    for active in (None, window.session.opened.suggestions[0].id):
        window.aim.activate(active)
        QApplication.processEvents()
        assert area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_evidence_is_visible_without_scrolling(qtbot, make_window, project_path, size, language):
    window = make_window(project_path, language=language)
    window.resize(*size)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    area, evidence = card.findChild(QScrollArea, "claimFields"), card.findChild(object, "field.citations")
    fields = [card.findChild(object, f"field.{spec.id}") for spec in card.findChild(FieldGrid).specs]
    qtbot.waitUntil(lambda: sum(is_in_sight(field, area) for field in fields if field is not evidence) >= 4)
    bottom = evidence.mapTo(card, evidence.rect().bottomLeft()).y()
    assert evidence.isVisible()
    assert area.geometry().bottom() < bottom < card.height()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert evidence.mapTo(card, evidence.rect().bottomLeft()).y() == bottom


@pytest.mark.parametrize("language", ["en", "de"])
def test_list_is_long_until_something_is_chosen(qtbot, make_window, project_path, language):
    window = make_window(project_path, language=language)
    window.resize(1280, 720)
    panels, listed = window.panels, window.panels.suggestions.list
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) > 0, timeout=20_000)
    window.aim.activate(None)
    before = places(window)
    rows = listed.viewport().height() // listed.verticalHeader().defaultSectionSize()
    assert rows > 3
    assert before[0][-1] + before[1][-1] <= window.height(), "the palette is in sight"
    window.aim.activate(window.session.opened.suggestions[0].id)
    qtbot.waitUntil(lambda: panels.shares.sizes()[0] > before[1][0])
    assert places(window)[0][2:] == before[0][2:], "the palette stays"
    window.aim.activate(None)
    QApplication.processEvents()
    assert panels.shares.sizes()[0] > before[1][0], "the card keeps its room"


def test_undoing_twin_activates_remaining_claim(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    qtbot.keyClicks(card, "+")
    qtbot.waitUntil(lambda: card.claim != claim.id and window.view.active() == card.claim)
    window.steps.undo()
    qtbot.waitUntil(lambda: window.view.active() == claim.id)
    assert card.claim == claim.id
    assert card.hasFocus()


@pytest.mark.parametrize("height", [700, 741, 780, 823])
def test_no_claim_field_is_cut(qtbot, window, height):
    window.resize(1280, height)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    area, grid = card.findChild(QScrollArea, "claimFields"), card.findChild(FieldGrid)
    qtbot.waitUntil(lambda: area.viewport().height() in row_edges(grid))
    assert area.verticalScrollBar().maximum() > 0, "there are more"


def test_set_field_is_visible_and_new_card_at_top(qtbot, window):
    window.resize(1280, 700)
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    other = label(window, "traf Ce\u0301line Weiß", CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    area = card.findChild(QScrollArea, "claimFields")
    first, doubt = (card.findChild(object, f"field.{id_}") for id_ in ("kind", "own.doubt"))
    qtbot.waitUntil(lambda: is_in_sight(first, area) and not is_in_sight(doubt, area))
    window.decisions.change(claim.id, doubt=True)
    qtbot.waitUntil(lambda: is_in_sight(doubt, area))
    window.aim.activate(other.id)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)


def test_note_and_doubt_are_visible_when_set(qtbot, window):
    window.resize(1280, 700)
    name = label(window, "HD Hyundai", "entities", "ORG")
    window.aim.activate(name.id)
    area = window.panels.inspector.findChild(QScrollArea, "inspectorFields")
    qtbot.waitUntil(area.isVisible)
    window.decisions.change(name.id, note="Werft, nicht Autobauer; in anderen Artikeln heißt sie noch anders " * 2)
    notes = window.panels.inspector.findChildren(object, "field.own.note")
    qtbot.waitUntil(lambda: any(field.height() > 50 and is_in_sight(field, area) for field in notes))
    window.labelling.doubt()
    doubts = window.panels.inspector.findChildren(object, "field.own.doubt")
    qtbot.waitUntil(lambda: any(field.isVisible() and is_in_sight(field, area) for field in doubts))


def test_long_text_has_whole_card_width(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    words = "Ab 2031 soll ein Schiff aus Weifang ohne Kapitän bis nach Köln fahren"
    window.aim.activate(claim.id)
    window.panels.open_card(claim.id)
    grid = window.panels.claim_card.findChild(FieldGrid)
    field = window.panels.claim_card.findChild(object, "field.claim_text")
    narrow = field.width()
    qtbot.keyClick(window.panels.claim_card, "x")
    line = grid.findChild(QLineEdit, "line.claim_text")
    qtbot.waitUntil(lambda: line.width() == grid.width())
    qtbot.waitUntil(lambda: grid.height() == grid.sizeHint().height())  # laid out
    height = grid.height()
    line.insert(words)
    QApplication.processEvents()
    assert grid.height() == height
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.width() == grid.width())
    assert field.text() == words
    window.decisions.change(claim.id, attributes={"claim_text": None})
    qtbot.waitUntil(lambda: field.width() == narrow)


def test_focus_returns_to_article_when_card_goes(qtbot, window):
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    name = label(window, "HD Hyundai", "entities", "ORG")
    qtbot.waitUntil(window.isActiveWindow)
    window.panels.open_card(claim.id)
    assert window.panels.claim_card.hasFocus()
    window.aim.activate(name.id)
    qtbot.waitUntil(window.view.hasFocus)


@pytest.mark.parametrize("slot", ["paste", "describe", "export", "edit_keys", "show_about"])
def test_dialogs_open_without_blocking(qtbot, window, slot):
    from PySide6.QtWidgets import QDialog

    getattr(window.windows if slot == "export" else window.dialogs, slot)()
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    assert dialog.isModal() is (slot != "export")  # one mends labels while it is open
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in window.findChildren(QDialog)))


def test_rebuilt_window_shares_column(tmp_path, qtbot):
    session, decisions = open_article(tmp_path, ("Köln", "LOC"), ("Greifsund", "LOC"))
    panels = Panels(session, decisions)
    qtbot.addWidget(panels)
    panels.resize(320, 800)
    panels.show()
    card, below = panels.shares.sizes()
    assert below > card, "the list has rows"
    session.close_project()
