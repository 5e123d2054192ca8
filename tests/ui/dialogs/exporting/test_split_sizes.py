"""The sizes of the parts of a split, in the export dialog."""

from PySide6.QtWidgets import QCheckBox

from annotator.corpus.article import Article
from tests.ui.dialogs.export_steps import checked, choose


def test_shows_split_sizes_before_export(qtbot, dialog):
    sizes = dialog.sizes
    assert not sizes.isVisible()
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    checked(qtbot, dialog)
    assert sizes.isVisible()
    assert [sizes.horizontalHeaderItem(column).text() for column in range(4)] == ["", "train", "dev", "test"]
    rows = {
        sizes.item(row, 0).text(): [sizes.item(row, c).text() for c in (1, 2, 3)] for row in range(sizes.rowCount())
    }
    assert rows == {"Articles": ["1", "1", "1"], "Place": ["1", "0", "0"], "Other name": ["1", "0", "0"]}
    choose(qtbot, dialog, "docbin")
    assert [sizes.item(row, 0).text() for row in range(sizes.rowCount())] == ["Articles", "Place"]  # one was lost


def test_split_says_that_near_duplicates_stay_together(qtbot, opened, dialog):
    dialog.findChild(QCheckBox, "exportDone").setChecked(False)
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    checked(qtbot, dialog)
    assert not dialog.copies.isVisible()
    project = opened.session.required()
    text = project.read.text(project.read.find_document("Weifang wird Metaverse"))
    again = Article(title="Abends", text=f"{text} Mehr in Kürze.", language="de")
    opened.session.add_articles([again], exclude_furniture=False)
    checked(qtbot, dialog)
    assert dialog.copies.text().startswith("Near-duplicates stay together (2)")
    assert dialog.copies.isVisible()
