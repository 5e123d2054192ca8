"""Splitting and joining labels by key."""

from tests.ui.keyboard import CONTROL, SHIFT, Key, active, press, rows, select, spans, undo_name


def label(qtbot, window, words, key=Key.Key_3):
    at = select(window, words)
    press(qtbot, window, key)
    return at


def quotes(window):
    return [quote for _, _, quote in spans(window)]


def test_splits_label_at_caret_in_one_step(window, qtbot):
    at = label(qtbot, window, "Ce\u0301line Weiß")
    window.view.select(at + 8, at + 8, exact=True)
    press(qtbot, window, Key.Key_J, SHIFT)
    assert spans(window) == [("entities", "LOC", "Ce\u0301line"), ("entities", "LOC", "Weiß")]
    assert active(window) == "Ce\u0301line"
    assert undo_name(window) == "&Undo: split Place “Ce\u0301line”"
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert quotes(window) == ["Ce\u0301line Weiß"]


def test_selection_inside_label_becomes_own_label(window, qtbot):
    label(qtbot, window, "Die Firma HD Hyundai")
    select(window, "Firma")
    press(qtbot, window, Key.Key_J, SHIFT)
    assert quotes(window) == ["Die", "Firma", "HD Hyundai"]


def test_split_needs_a_label(window, qtbot):
    at = label(qtbot, window, "Kapitän")
    window.view.select(at, at, exact=True)
    press(qtbot, window, Key.Key_J, SHIFT)
    assert quotes(window) == ["Kapitän"]
    assert window.messages.words.startswith("Place the caret in a label")


def test_joins_adjacent_labels_and_undo_splits_them(window, qtbot):
    for words in ("Ce\u0301line", "Weiß"):
        label(qtbot, window, words, Key.Key_1)
    press(qtbot, window, Key.Key_J)
    assert spans(window) == [("entities", "PER", "Ce\u0301line Weiß")]
    assert active(window) == "Ce\u0301line Weiß"
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert quotes(window) == ["Ce\u0301line", "Weiß"]
    press(qtbot, window, Key.Key_Z, CONTROL | SHIFT)
    assert quotes(window) == ["Ce\u0301line Weiß"]


def test_joins_overlapping_labels(window, qtbot):
    label(qtbot, window, "Die Firma HD")
    label(qtbot, window, "HD Hyundai sagt")
    press(qtbot, window, Key.Key_J)
    assert quotes(window) == ["Die Firma HD Hyundai sagt"]


def test_joins_all_selected_labels_of_a_kind(window, qtbot):
    for words in ("Firma", "Hyundai", "Schiff"):
        label(qtbot, window, words)
    label(qtbot, window, "sagt", Key.Key_4)
    select(window, "Firma HD Hyundai sagt, das Schiff")
    press(qtbot, window, Key.Key_J)
    assert ("entities", "LOC", "Firma HD Hyundai sagt, das Schiff") in spans(window)
    assert quotes(window).count("sagt") == 1
    assert len(spans(window)) == 2


def test_does_not_join_other_kinds_or_distant_labels(window, qtbot):
    label(qtbot, window, "Ce\u0301line", Key.Key_1)
    label(qtbot, window, "Kapitän", Key.Key_3)
    label(qtbot, window, "Weiß", Key.Key_3)
    press(qtbot, window, Key.Key_J)
    assert len(spans(window)) == 3
    assert window.messages.words.startswith("No label of the same kind")


def test_join_needs_a_label(window, qtbot):
    press(qtbot, window, Key.Key_J)
    assert window.messages.words == "Place the caret in a label first."


def test_relations_move_to_joined_label(window, qtbot):
    first = window.decisions.label(*_part(window, "Ce\u0301line"), "entities", "PER")
    second = window.decisions.label(*_part(window, "Weiß"), "entities", "PER")
    claim = window.decisions.label(*_part(window, "das Schiff fahre"), "claims", "CLAIM")
    assert window.decisions.relate(claim, "claimant", second)
    window.aim.activate(second.id)
    press(qtbot, window, Key.Key_J)
    assert rows(window, "SELECT head, tail FROM relation") == [(claim.id, first.id)]
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert rows(window, "SELECT head, tail FROM relation") == [(claim.id, second.id)]
    assert len(spans(window)) == 3


def test_joined_claims_keep_first_claimant_and_report_it(window, qtbot):
    first = window.decisions.label(*_part(window, "das Schiff"), "claims", "CLAIM")
    second = window.decisions.label(*_part(window, "fahre"), "claims", "CLAIM")
    firm = window.decisions.label(*_part(window, "HD Hyundai"), "entities", "ORG")
    person = window.decisions.label(*_part(window, "Weiß"), "entities", "PER")
    assert window.decisions.relate(first, "claimant", firm)
    assert window.decisions.relate(second, "claimant", person)
    window.aim.activate(first.id)
    press(qtbot, window, Key.Key_J)
    assert rows(window, "SELECT head, tail FROM relation") == [(first.id, firm.id)]
    assert window.messages.words == "Joined. A label can have only one of: Claimant. The first label’s was kept."
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert len(rows(window, "SELECT head, tail FROM relation")) == 2


def _part(window, words):
    at = window.session.opened.document.text.index(words)
    return at, at + len(words)
