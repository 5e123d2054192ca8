"""Layers of a file, chosen and mapped in the window; broader labels of a file become those of new ones."""

import pytest

from tests.ui.dialogs.importing.conftest import add, take
from ui.dialogs.importing.label_table import FILE, HERE

WEBANNO = """#FORMAT=WebAnno TSV 3.3
#T_SP=org.lex.POS|PosValue
#T_SP=org.names.NamedEntity|value


#Text=Lübeck und Kiel planen
1-1\t0-6\tLübeck\tNE\tLOC\t
1-2\t7-10\tund\tKON\t_\t
1-3\t11-15\tKiel\tNE\tStadt\t
1-4\t16-22\tplanen\tVV\tNE\t
"""


@pytest.fixture
def layers(opened):
    made = opened[2]
    made.mkdir()
    path = made / "a.tsv"
    path.write_text(WEBANNO, "utf-8")
    return path


def rows(dialog):
    """Return the choice of each visible row by its name in the file."""
    table = dialog.labels.table
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return {table.item(row, FILE).text(): table.cellWidget(row, HERE) for row in shown}


def choose(qtbot, dialog, row, words):
    choice = rows(dialog)[row]
    choice.setCurrentIndex(choice.findText(words))
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and dialog.progress.isHidden())


def labels(session, taken):
    return [(s.layer, s.label) for s in session.required().read.annotated(taken.ids[0], None).spans]


def test_labels_are_shown_with_their_layers(qtbot, opened, layers):
    _, dialog, _ = opened
    take(qtbot, dialog, layers)
    assert set(rows(dialog)) == {
        *("all of POS", "all of NamedEntity", "POS · NE", "POS · KON", "POS · VV"),
        *("NamedEntity · LOC", "NamedEntity · NE", "NamedEntity · Stadt"),
    }


def test_layer_is_left_out_whole(qtbot, opened, layers):
    session, dialog, _ = opened
    take(qtbot, dialog, layers)
    choose(qtbot, dialog, "all of POS", "leave out")
    assert not any(name.startswith("POS") for name in rows(dialog))
    assert dialog.labels._caption.text().endswith("2 are unknown here")
    choose(qtbot, dialog, "NamedEntity · NE", "Organisation (Names)")
    assert labels(session, add(qtbot, dialog)) == [("entities", "LOC"), ("entities", "ORG")]


def test_labels_of_a_layer_become_new_ones(qtbot, opened, layers):
    session, dialog, _ = opened
    take(qtbot, dialog, layers)
    choose(qtbot, dialog, "all of POS", "leave out")
    choose(qtbot, dialog, "all of NamedEntity", "new labels (Names)")
    assert dialog.labels._caption.text() == "Labels in the files, and their names here"
    assert labels(session, add(qtbot, dialog)) == [("entities", "LOC"), ("entities", "Stadt"), ("entities", "NE")]


def test_layer_can_be_chosen_label_by_label_again(qtbot, opened, layers):
    session, dialog, _ = opened
    take(qtbot, dialog, layers)
    choose(qtbot, dialog, "all of NamedEntity", "leave out")
    choose(qtbot, dialog, "all of NamedEntity", "label by label")
    assert "NamedEntity · LOC" in rows(dialog)
    assert labels(session, add(qtbot, dialog)) == [("entities", "LOC")]


def test_new_label_stands_below_the_broader_one(qtbot, opened):
    session, dialog, folder = opened
    folder.mkdir()
    (folder / "annotation.conf").write_text("[entities]\n!Natur\n\tBerg\n\t\tVulkan\n\n[relations]\n", "utf-8")
    (folder / "a.txt").write_text("Der Ätna raucht.", "utf-8")
    (folder / "a.ann").write_text("T1\tVulkan 4 8\tÄtna\n", "utf-8")
    take(qtbot, dialog, folder)
    choose(qtbot, dialog, "Vulkan", "new label “Vulkan” (Names)")
    assert labels(session, add(qtbot, dialog)) == [("entities", "Vulkan")]
    made = {label.id: label.parent for label in session.required().schema.labels if label.layer == "entities"}
    assert (made["Vulkan"], made["Berg"], made["Natur"]) == ("Berg", "Natur", None)
