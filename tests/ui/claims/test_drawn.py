"""Which claim's links are drawn, and what with them; pointers to what is out of sight or in another article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QMenu, QPushButton

from annotator import edits
from annotator.corpus.article import Article
from annotator.model import CLAIMS, Span, new_id
from tests.ui.claims.claimed import WORDS, add, claimed, cue, name

LEFT = Qt.MouseButton.LeftButton
FAR = (
    "Hafen sagt zu. "
    + "\n\n".join(f"Absatz {number}: nichts zu sehen 😀." for number in range(120))
    + "\n\nKöln zahlt."
)


@pytest.fixture
def window(make_window, project_path):
    window = make_window(project_path)
    window.resize(1600, 900)
    return window


@pytest.fixture
def far(window):
    """A claim at the top of a long article, its claimant at the end."""
    added = window.session.add_articles([Article(title="Weit", text=FAR, language="de")], exclude_furniture=False)
    window.session.open_document(added.ids[0])
    claim, claimant = add(window, "sagt zu"), name(window, "Köln", "LOC")
    assert window.decisions.relate(claim, "claimant", claimant)
    return claim, claimant


def linked(window):
    return window.claim_paths.drawn.linked


def names(window):
    found = linked(window)
    return [(end.role, end.span.id) for end in found.ends] if found else None


def pointer(window, way):
    return window.view.findChild(QPushButton, f"pointer.{way}")


def test_nothing_is_drawn_without_a_claim(window):
    claim, _, claimant, said = claimed(window)
    assert linked(window) is None
    window.aim.activate(claim.id)
    assert names(window) == [("Claimant", claimant.id), ("Cue", said.id)]
    window.aim.activate(None)
    assert linked(window) is None


def test_links_stay_while_one_looks_at_what_serves_the_claim(window):
    claim, _, claimant, _ = claimed(window)
    window.aim.activate(claim.id)
    window.aim.activate(claimant.id)
    assert linked(window).claim.id == claim.id
    other = name(window, "Kürzlich", "MISC")
    window.aim.activate(other.id)
    assert linked(window) is None
    window.aim.activate(claimant.id)
    assert linked(window) is None


def test_a_name_within_a_claim_shows_the_smallest_claim_around_it(window):
    add(window, WORDS)
    inner = add(window, "das Schiff fahre")
    within = name(window, "Schiff", "MISC")
    window.aim.activate(within.id)
    assert linked(window).claim.id == inner.id


def test_what_serves_twice_has_both_roles_and_edits_are_followed_by_undo_too(qtbot, window):
    claim, _, claimant, said = claimed(window)
    window.aim.activate(claim.id)
    window.decisions.relate(claim, "object", claimant)
    qtbot.waitUntil(lambda: names(window) == [("Claimant, Object", claimant.id), ("Cue", said.id)])
    window.steps.undo()
    qtbot.waitUntil(lambda: names(window) == [("Claimant", claimant.id), ("Cue", said.id)])
    window.decisions.remove([claim.id])
    qtbot.waitUntil(lambda: linked(window) is None)


def test_another_article_has_no_links_of_the_one_before(qtbot, window):
    claim, *_ = claimed(window)
    window.aim.activate(claim.id)
    window.actions_by_id["article.next"].trigger()
    assert linked(window) is None
    assert all(pointer(window, way).isHidden() for way in ("up", "down", "away"))


def test_links_are_painted_between_the_lines_and_only_for_the_claim(window):
    claim, *_ = claimed(window)
    area, look = window.view.viewport(), window.view.display.look
    colour, ground = look.colour(CLAIMS, "CLAIM").hue(), look.ground

    def painted():
        image = area.grab().toImage()
        top = window.view.page.layout.stretch(claim.start, claim.end)[0] - window.view.scrolling.top
        seen = (QColor(image.pixel(x, y)) for y in range(top - 2, top + 2) for x in range(400))
        return sum(found != ground and abs(found.hue() - colour) < 15 for found in seen)

    assert painted() == 0
    window.aim.activate(claim.id)
    assert painted() > 40
    window.aim.activate(None)
    assert painted() == 0


def test_a_pointer_tells_what_is_out_of_sight_and_goes_there_and_back(qtbot, window, far):
    claim, claimant = far
    window.aim.activate(claim.id)
    down = pointer(window, "down")
    qtbot.waitUntil(down.isVisible)
    assert "Claimant: Köln" in down.text()
    assert down.accessibleName() == "Go to Claimant: Köln"
    assert not down.geometry().intersects(window.view.span_rects(claim.id)[0])
    qtbot.mouseClick(down, LEFT)
    assert window.view.active() == claimant.id
    up = pointer(window, "up")
    qtbot.waitUntil(lambda: up.isVisible() and down.isHidden())
    assert "Claim: sagt zu" in up.text()
    qtbot.mouseClick(up, LEFT)
    assert window.view.active() == claim.id


def test_pointers_follow_the_scroll_bar(qtbot, window, far):
    claim, _ = far
    window.aim.activate(claim.id)
    qtbot.waitUntil(pointer(window, "down").isVisible)
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: pointer(window, "up").isVisible() and pointer(window, "down").isHidden())
    bar.setValue(0)
    qtbot.waitUntil(lambda: pointer(window, "down").isVisible() and pointer(window, "up").isHidden())


def test_several_places_unfold_in_a_menu(qtbot, window, far):
    claim, _ = far
    said = cue(window, "zahlt")
    window.decisions.relate(claim, "cue", said)
    window.aim.activate(claim.id)
    down = pointer(window, "down")
    qtbot.waitUntil(lambda: "and 1 more" in down.text())
    qtbot.mouseClick(down, LEFT)
    menu = window.view.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Claimant: Köln", "Cue: zahlt"]
    menu.actions()[1].trigger()
    assert window.view.active() == said.id
    menu.close()


def test_evidence_in_another_article_opens_it(qtbot, window):
    claim, *_ = claimed(window)
    project = window.session.project
    second = next(line.id for line in project.read.lines(_documents(window), "anna") if line.title == "Zweiter Zug")
    text = project.read.text(second)
    start = text.index("Köln")
    tail = Span(
        id=new_id(), document=second, layer="entities", label="LOC", parts=((start, start + 4),), annotator="anna"
    )
    project.do(edits.add(tail))
    assert window.session.do(edits.relate(claim, "evidence", tail, annotator="anna"))
    window.aim.activate(claim.id)
    away = pointer(window, "away")
    qtbot.waitUntil(away.isVisible)
    assert "Evidence: Köln – Zweiter Zug" in away.text()
    qtbot.mouseClick(away, LEFT)
    assert window.view.document_id() == second
    assert window.view.selection() == (start, start + 4)


def test_links_and_claims_are_spoken(window):
    claim, _, claimant, _ = claimed(window)
    window.aim.activate(claim.id)
    text, describe = window.session.opened.document.text, window.view.accessible.describe
    assert describe(claim, text).startswith(f"{WORDS}, Claim; HD Hyundai; affirms; fact; check; claim ")
    assert describe(claimant, text) == "HD Hyundai, Organisation"
    paragraphs = [window.view.accessible.interface.child(index) for index in range(1, 4)]
    children = [paragraph.child(i) for paragraph in paragraphs for i in range(paragraph.childCount())]
    links = [child for child in children if child.role() == QAccessible.Role.Link]
    assert [link.text(QAccessible.Text.Name) for link in links] == ["Claimant: HD Hyundai", "Cue: sagt"]
    area = window.view.viewport()
    assert (
        area.mapFromGlobal(links[1].rect().center())
        == window.view.span_rects(linked(window).ends[1].span.id)[0].center()
    )


def _documents(window):
    from annotator.store.reading import DocumentQuery

    return window.session.project.read.document_ids(DocumentQuery(annotator="anna"))
