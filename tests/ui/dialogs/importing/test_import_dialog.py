import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem, QWidget

from annotator.corpus.article import Article, ReadingChoices
from annotator.editing import edits
from annotator.jobs.importing.import_read import Incoming
from annotator.model.values import Span, new_id
from tests.annotator.served import address, serving
from tests.ui.at_once import reading
from tests.ui.dialogs.importing.conftest import add, cells, files, take
from tests.ui.opened import TEXT, open_article
from ui.base.settings import Settings
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_table import Column


def test_adds_good_files_and_names_bad_one(qtbot, opened, folder):
    session, dialog, _ = opened
    take(qtbot, dialog, folder)
    assert any("eins.txt" in name for name in files(dialog))
    assert "kaputt.txt" in dialog.faults.item(0).text()
    assert dialog.model.known == 1
    with qtbot.waitSignal(dialog.added) as said:
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    titles = [session.required().read.document(id_).title for id_ in said.args[0].ids]
    assert titles == ["Eins 🎈 über Köln", "Zwei über Münster"]


def test_unticked_stays_out_and_title_is_editable(qtbot, opened, folder):
    session, dialog, _ = opened
    take(qtbot, dialog, folder)
    row = next(row for row, name in enumerate(files(dialog)) if "eins" in name)
    other = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    dialog.model.setData(dialog.model.index(row, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.model.setData(dialog.model.index(other, Column.TITLE), "Besser")
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    assert [session.required().read.document(id_).title for id_ in said.args[0].ids] == ["Besser"]


def test_reads_file_again_in_chosen_encoding(qtbot, opened, folder):
    _, dialog, _ = opened
    take(qtbot, dialog, folder)
    row = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    dialog.table.selectRow(row)
    dialog.article.encoding.setCurrentText("mac-roman")
    dialog.article.encoding.activated.emit(dialog.article.encoding.currentIndex())
    qtbot.waitUntil(dialog.progress.isHidden)
    again = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    assert again == row
    assert dialog.model.index(again, Column.ENCODING).data().startswith("mac-roman")
    assert "Mºnster" in dialog.model.articles[again].text or "¸" in dialog.model.articles[again].text


def test_project_may_close_while_files_are_read(opened, folder):
    session, dialog, _ = opened
    dialog.read_paths([folder])
    assert dialog.reading.reading
    session.close_project()
    dialog.reject()
    assert not dialog.isVisible()
    assert not dialog.reading.reading


def test_nothing_to_add_disables_button(qtbot, opened):
    _, dialog, folder = opened
    take(qtbot, dialog, folder / "fehlt.txt")
    assert not dialog.add.isEnabled()
    assert "fehlt.txt" in dialog.faults.item(0).text()


def test_undecodable_file_is_read_in_chosen_encoding(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    raw = "Drei über Köln\n\nEin Satz über Köln.".encode("cp1252")
    path = tmp_path / "drei.txt"
    path.write_bytes(raw)
    dialog.article.asked.emit(path, ReadingChoices(encoding="utf-8"))  # fails: it is not UTF-8
    qtbot.waitUntil(dialog.progress.isHidden)
    assert "drei.txt is not utf-8" in dialog.faults.item(0).text()
    dialog.faults.setCurrentRow(0)
    assert dialog.article.encoding.isEnabled()
    dialog.article.encoding.setCurrentText("cp1252")
    dialog.article.encoding.activated.emit(dialog.article.encoding.currentIndex())
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.faults.count() == 0
    assert dialog.model.articles[0].text.startswith("Drei über Köln")


def test_short_text_has_unknown_language(qtbot, opened, folder):
    _, dialog, _ = opened
    (folder / "eins.txt").write_text("Köln 🎈 Münster", "utf-8")
    take(qtbot, dialog, folder)
    languages = {name: cells(dialog, row)[Column.LANGUAGE] for row, name in enumerate(files(dialog))}
    assert languages["eins.txt"] == "too short to tell"


def test_short_text_names_assumed_language(qtbot, opened, folder):
    _, dialog, _ = opened
    (folder / "eins.txt").write_text("Köln 🎈 Münster", "utf-8")
    (folder / "lang.txt").write_text(" ".join(["Der Rat der Stadt hat gestern eine Brücke gebaut."] * 9), "utf-8")
    take(qtbot, dialog, folder)
    said = dialog.findChild(QWidget, "importShort")
    shown = {}
    for row, article in enumerate(dialog.model.articles):
        dialog.table.selectRow(row)
        shown[article.name] = said.isVisible()
    assert shown["eins.txt"]
    assert not shown["lang.txt"]


def test_columns_fit_and_tooltips_show_long_text(qtbot, opened, folder):
    _, dialog, _ = opened
    long = "Ein sehr langer Titel über Köln, " * 6
    (folder / "lang.txt").write_text(long + "\n\nEin Satz.", "utf-8")
    take(qtbot, dialog, folder)
    table = dialog.table
    assert table.isColumnHidden(Column.DATE)  # nothing stands in it
    for column in range(dialog.model.columnCount()):
        assert table.isColumnHidden(column) or table.columnWidth(column) >= min(table.sizeHintForColumn(column), 200)
    row = next(row for row in range(dialog.model.rowCount()) if "lang" in files(dialog)[row])
    assert "langer Titel über Köln" in dialog.model.index(row, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    table.setColumnWidth(Column.FILE, 333)
    dialog.resize(1200, 700)
    assert table.columnWidth(Column.FILE) == 333


def test_many_faults_stay_short(qtbot, opened, tmp_path):
    _, dialog, folder = opened
    folder.mkdir()
    good = json.dumps({"text": "Über Köln", "label": []})
    (folder / "viele.jsonl").write_text(good + "\n" + "kaputt\n" * 700, "utf-8")
    take(qtbot, dialog, folder)
    assert dialog.faults.count() == 501
    assert dialog.faults.item(500).text() == "… and 200 more"


@pytest.fixture
def table(opened):
    made = opened[2]
    made.mkdir(exist_ok=True)
    path = made / "export.csv"
    path.write_text("a;b;c\n1;Kopf Eins;Über Köln\n2;Kopf Zwei;Über Münster\n3;Kopf Drei;\n", "utf-8")
    return path


def pick(dialog, field, column):
    """Choose a column as a user does."""
    choice = dialog.article.columns.lists[field]
    choice.setCurrentIndex(choice.findText(column))
    choice.activated.emit(choice.currentIndex())


def test_unknown_columns_are_chosen_by_hand(qtbot, opened, table):
    session, dialog, _ = opened
    take(qtbot, dialog, table)
    assert "not clear which column of" in dialog.faults.item(0).text()
    assert dialog.findChild(QLabel, "importSummary").text() == "One file can be read once you choose its columns."
    assert not dialog.add.isEnabled()
    dialog.faults.setCurrentRow(0)
    assert dialog.article.columns.isVisible()
    pick(dialog, "text", "c")
    qtbot.waitUntil(dialog.progress.isHidden)
    assert [article.text for article in dialog.model.articles] == ["Über Köln", "Über Münster"]
    assert [dialog.faults.item(row).text() for row in range(dialog.faults.count())] == [
        "export.csv, row 4: there is no text."
    ]
    pick(dialog, "title", "b")
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.article.text.toPlainText() == "Über Köln"
    titles = [session.required().read.document(id_).title for id_ in add(qtbot, dialog).ids]
    assert titles == ["Kopf Eins", "Kopf Zwei"]


def test_tab_goes_through_late_columns_to_problems(qtbot, opened, table):
    _, dialog, _ = opened
    take(qtbot, dialog, table)
    dialog.faults.setCurrentRow(0)
    fields = [*dialog.article.columns.lists.values(), dialog.faults]
    fields[0].setFocus()
    for field in fields[1:]:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is field


def test_reading_again_keeps_other_ticks(qtbot, opened, folder, table):
    _, dialog, made = opened
    table.write_text("text\nÜber Köln\nÜber Münster\n", "utf-8")
    take(qtbot, dialog, made)
    rows = {name: row for row, name in enumerate(files(dialog))}
    last = dialog.model.index(rows["zwei.txt"], Column.FILE)
    dialog.model.setData(last, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    table.write_text("text\nÜber Köln\n", "utf-8")
    dialog.table.selectRow(rows["export.csv, row 2"])
    pick(dialog, "text", "text")
    qtbot.waitUntil(dialog.progress.isHidden)
    assert files(dialog) == ["da.txt · already in the project", "eins.txt", "export.csv, row 2", "zwei.txt"]
    assert [article.name for article in dialog.model.ticked()] == ["eins.txt", "export.csv, 2"]


def test_selected_article_is_previewed(qtbot, opened, folder):
    _, dialog, _ = opened
    take(qtbot, dialog, folder)
    for row, name in enumerate(files(dialog)):
        dialog.table.selectRow(row)
        shown = dialog.model.articles[row].text.replace("\u00a0", " ")  # as Qt gives its text back
        assert dialog.article.text.toPlainText() == shown, name
    assert not dialog.article.columns.isVisible()


def test_stopped_reading_keeps_articles(qtbot, tmp_path):
    session, _ = open_article(tmp_path)
    stopped, heard = [], {}

    def read(wanted, *, given, done, failed, advanced):
        heard["given"] = given
        return lambda: stopped.append(True)

    dialog = ImportDialog(session, read, Settings())
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.read_paths([tmp_path])
    dialog.halt.click()
    assert dialog._blank.isVisible(), "nothing was read: files can be dropped again"
    dialog.read_paths([tmp_path])
    assert not dialog._blank.isVisible()
    stopped.clear()
    assert dialog.halt.isVisible()
    assert not dialog.add.isEnabled()
    heard["given"](Incoming(articles=(Article(title="Eins", text="Über Köln", name="eins.txt"),)))
    assert dialog._summary.text() == "Reading… One article found."
    dialog.halt.click()
    assert stopped == [True]
    assert not dialog.halt.isVisible()
    assert dialog._summary.text() == "Stopped. Files that were not read yet are missing. One article found."
    assert len(add(qtbot, dialog).ids) == 1
    session.close_project()


@pytest.fixture
def version(opened):
    """A copy of the open article with a headline, a version of it with other words, and an unrelated article."""
    session, _, made = opened
    made.mkdir()
    place = TEXT.index("Köln")
    session.do(edits.add([made_span(session, place, place + 4)]))
    (made / "kopie.txt").write_text("Neue Überschrift\n\n" + TEXT, "utf-8")
    (made / "anders.txt").write_text("Etwas ganz anderes über Münster.", "utf-8")
    return made


def made_span(session, start, end):
    document, annotator = session.opened.document.id, session.required().annotator
    parts = ((start, end),)
    return Span(id=new_id(), document=document, layer="entities", label="LOC", parts=parts, annotator=annotator)


def test_near_duplicate_gets_labels_as_suggestions(qtbot, opened, version):
    session, dialog, _ = opened
    take(qtbot, dialog, version)
    row = files(dialog).index("kopie.txt")
    assert dialog.model.index(row, Column.NEAR).data() == session.opened.document.title
    assert "One is a near-duplicate." in dialog._summary.text()
    assert dialog.choices.near.isVisible()
    assert dialog.choices.carry.isVisible()
    ids = add(qtbot, dialog).ids
    assert len(ids) == 2
    found = {id_: session.required().read.suggestions(id_) for id_ in ids}
    (suggestion,) = [one for suggestions in found.values() for one in suggestions]
    text = session.required().read.document(suggestion.document).text
    assert text[suggestion.start : suggestion.end] == "Köln"


WIRE = "Die Stadt Brakensiel will ihr altes Freibad bis zum Herbst schließen und den Platz am Fluss bebauen."


@pytest.fixture
def wires(opened):
    """Two files that nearly duplicate each other, and a copy of the first."""
    made = opened[2]
    made.mkdir()
    names = {"erste": f"Freibad schließt\n\n{WIRE}", "zweite": f"Aus für das Freibad\n\n{WIRE}"}
    names["kopie"] = names["erste"]
    for name, text in names.items():
        (made / f"{name}.txt").write_text(text, "utf-8")
    return {name: made / f"{name}.txt" for name in names}


def test_near_duplicate_of_an_earlier_choice_is_noticed(qtbot, opened, wires):
    session, dialog, _ = opened
    take(qtbot, dialog, wires["erste"])
    take(qtbot, dialog, wires["zweite"])
    row = files(dialog).index("zweite.txt")
    assert dialog.model.index(row, Column.NEAR).data() == "Freibad schließt"
    assert "One is a near-duplicate." in dialog._summary.text()
    assert dialog.choices.near.isVisible()
    first, second = (session.required().read.document(id_) for id_ in add(qtbot, dialog).ids)
    assert second.meta["group"] == first.sha256


def test_copy_of_an_earlier_choice_is_left_out(qtbot, opened, wires):
    _, dialog, _ = opened
    take(qtbot, dialog, wires["erste"])
    take(qtbot, dialog, wires["kopie"])
    assert files(dialog) == ["erste.txt"]
    (told,) = (dialog.faults.item(row).text() for row in range(dialog.faults.count()))
    assert "kopie.txt" in told
    assert "erste.txt" in told


def test_file_read_again_is_no_near_duplicate_of_itself(qtbot, opened, wires):
    _, dialog, _ = opened
    wires["erste"].write_bytes(f"Freibad schließt\n\n{WIRE}".encode("cp1252"))
    take(qtbot, dialog, wires["erste"])
    dialog.reading.start_again(wires["erste"], ReadingChoices(encoding="cp1250"))
    qtbot.waitUntil(dialog.progress.isHidden)
    assert not dialog.model.near
    take(qtbot, dialog, wires["zweite"])
    assert [dialog.model.articles[row].name for row in dialog.model.near] == ["zweite.txt"]


def test_one_click_omits_near_duplicates(qtbot, opened, version):
    session, dialog, _ = opened
    take(qtbot, dialog, version)
    dialog.choices.near.click()
    assert dialog.add.text() == "&Add One Article"
    assert not dialog.choices.carry.isEnabled()
    (id_,) = add(qtbot, dialog).ids
    assert session.required().read.document(id_).text.startswith("Etwas ganz anderes")


def test_no_near_duplicates_no_options(qtbot, opened, folder):
    _, dialog, _ = opened
    take(qtbot, dialog, folder)
    assert not dialog.choices.near.isVisible()
    assert dialog.table.isColumnHidden(Column.NEAR)


def test_file_row_shows_full_name(qtbot, opened, folder):
    _, dialog, _ = opened
    take(qtbot, dialog, folder)
    index = dialog.model.index(files(dialog).index("da.txt · already in the project"), Column.FILE)
    option = QStyleOptionViewItem()
    dialog.table.initViewItemOption(option)
    dialog.table.itemDelegate().initStyleOption(option, index)
    option.rect = dialog.table.visualRect(index)
    room = dialog.table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, dialog.table)
    assert option.fontMetrics.horizontalAdvance(index.data()) <= room.width()


def test_hidden_preview_takes_no_room(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    (tmp_path / "a.jsonl").write_text('{"text": "Ein Satz.", "spans": []}\n', "utf-8")
    take(qtbot, dialog, tmp_path / "a.jsonl")
    assert dialog.labels.isVisible()
    assert not dialog.article.isVisible()


def test_files_chosen_later_join_earlier_ones(qtbot, opened, folder, labelled):
    _, dialog, _ = opened
    take(qtbot, dialog, folder / "zwei.txt")
    dialog.model.setData(dialog.model.index(0, Column.FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    take(qtbot, dialog, folder / "kaputt.txt")
    take(qtbot, dialog, labelled)
    take(qtbot, dialog, folder / "eins.txt")
    assert files(dialog) == ["zwei.txt", "eins.txt", labelled.name]
    assert (len(dialog.model.ticked()), dialog.faults.count()) == (1, 2)
    take(qtbot, dialog, folder)
    assert sorted(files(dialog)) == sorted({"da.txt · already in the project", "eins.txt", "zwei.txt", labelled.name})


def test_files_chosen_while_reading_add_up(qtbot, tmp_path):
    session, _ = open_article(tmp_path)
    asked = []

    def read(wanted, **_):
        asked.append(list(wanted.paths))
        return lambda: None

    dialog = ImportDialog(session, read, Settings())
    qtbot.addWidget(dialog)
    first, second = tmp_path / "eins.txt", tmp_path / "zwei.txt"
    dialog.read_paths([first])
    dialog.read_paths([second])
    assert asked == [[first], [first, second]]
    session.close_project()


def test_web_page_joins_files_read(qtbot, opened, folder, monkeypatch):
    _, dialog, _ = opened
    monkeypatch.delenv("http_proxy", raising=False)
    take(qtbot, dialog, folder)
    before = files(dialog)
    with serving() as server:
        for path in ("/seite", "/weg"):
            dialog.sources.address_given.emit(address(server, path))
            qtbot.waitUntil(dialog.progress.isHidden)
    assert files(dialog) == [*before, "127.0.0.1"]
    assert dialog.model.articles[-1].title == "Ein Rathaus ohne Treppe"
    said = [dialog.faults.item(row).text() for row in range(dialog.faults.count())]
    assert any("/weg could not be fetched: there is no such page" in words for words in said)


def test_buttons_fit_low_screen_with_table_and_labels(qtbot, opened, labelled, table):
    _, dialog, _ = opened
    assert labelled.parent == table.parent
    take(qtbot, dialog, table.parent)
    assert dialog.labels.isVisible()
    dialog.resize(780, 300)  # a screen of 600 pixels at 200%
    assert dialog.height() == 300
    assert dialog.buttons.geometry().bottom() < 300


def test_reimport_reads_only_new_and_bad_files(qtbot, opened, folder):
    session, dialog, _ = opened
    take(qtbot, dialog, folder)
    with qtbot.waitSignal(dialog.added):
        dialog.add.click()
    (folder / "drei.txt").write_text("Drei über Bonn\n\nEin Satz über Bonn.", "utf-8")
    again = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(again)
    again.open()
    take(qtbot, again, folder)
    assert files(again) == ["drei.txt"]
    told = [again.faults.item(row).text() for row in range(again.faults.count())]
    assert "kaputt.txt" in told[0]
    assert told[1:] == ["Files skipped because all their articles are already in the project: 3."]
    again.close()
