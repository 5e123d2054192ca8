from ui.dialogs.help.about_dialog import AboutDialog


def test_each_licence_can_be_read(qtbot):
    dialog = AboutDialog({"Log": "/ö/log"})
    qtbot.addWidget(dialog)
    names = [dialog.papers.itemText(row) for row in range(dialog.papers.count())]
    assert {"LICENSE", "THIRD_PARTY.md", "LGPL-3.0.txt", "GPL-3.0.txt"} <= set(names)
    dialog.papers.setCurrentIndex(names.index("LGPL-3.0.txt"))
    assert "LESSER GENERAL PUBLIC LICENSE" in dialog.words.toPlainText()
