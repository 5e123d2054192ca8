from ui.dialogs.shortcuts_dialog import ShortcutsDialog

ROWS = [("File", "New Project", "Ctrl+N"), ("Label", "Accept Suggestion", "Return, Enter"), ("Label", "Größe", "G")]


def test_words_and_keys_are_found(qtbot):
    dialog = ShortcutsDialog(ROWS)
    qtbot.addWidget(dialog)
    dialog.filter.setText("accept")
    assert dialog.shown() == [("Accept Suggestion", "Return, Enter")]
    dialog.filter.setText("label g")
    assert dialog.shown() == [("Accept Suggestion", "Return, Enter"), ("Größe", "G")]
    dialog.filter.clear()
    assert len(dialog.shown()) == 3
