"""The claim whose links are drawn, and their spoken form."""

from PySide6.QtGui import QAccessible

from tests.ui.claims.claimed import WORDS, add, claimed, linked, name, pointer


def names(window):
    found = linked(window)
    return [(end.role, end.span.id) for end in found.ends] if found else None


def test_no_links_without_claim(window):
    claim, _, claimant, said = claimed(window)
    assert linked(window) is None
    window.aim.activate(claim.id)
    assert names(window) == [("Claimant", claimant.id), ("Cue", said.id)]
    window.aim.activate(None)
    assert linked(window) is None


def test_links_stay_on_linked_span(window):
    claim, _, claimant, _ = claimed(window)
    window.aim.activate(claim.id)
    window.aim.activate(claimant.id)
    assert linked(window).claim.id == claim.id
    other = name(window, "Kürzlich", "MISC")
    window.aim.activate(other.id)
    assert linked(window) is None
    window.aim.activate(claimant.id)
    assert linked(window) is None


def test_active_name_shows_smallest_claim_around(window):
    add(window, WORDS)
    inner = add(window, "das Schiff fahre")
    within = name(window, "Schiff", "MISC")
    window.aim.activate(within.id)
    assert linked(window).claim.id == inner.id


def test_links_follow_edits_and_join_roles(qtbot, window):
    claim, _, claimant, said = claimed(window)
    window.aim.activate(claim.id)
    window.decisions.relate(claim, "object", claimant)
    qtbot.waitUntil(lambda: names(window) == [("Claimant, Object", claimant.id), ("Cue", said.id)])
    window.steps.undo()
    qtbot.waitUntil(lambda: names(window) == [("Claimant", claimant.id), ("Cue", said.id)])
    window.decisions.remove([claim.id])
    qtbot.waitUntil(lambda: linked(window) is None)


def test_new_article_clears_links(qtbot, window):
    claim, *_ = claimed(window)
    window.aim.activate(claim.id)
    window.actions_by_id["article.next"].trigger()
    assert linked(window) is None
    assert all(pointer(window, way).isHidden() for way in ("up", "down", "away"))


def test_links_and_claims_for_screen_readers(window):
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
