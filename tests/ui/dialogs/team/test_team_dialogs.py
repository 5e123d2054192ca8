"""Dealing articles and writing packages in the window, and a package opened in it."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.editing import edits
from annotator.editing.edits import EditKind
from annotator.jobs.team import dealing, packing
from annotator.model.packages import SuggestionTreatment
from annotator.model.values import State
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.store.reader import DocumentQuery
from tests.ui.tables import cells
from ui.actions.actions import When, why_not
from ui.dialogs.team.deal_dialog import DealDialog
from ui.dialogs.team.packages_dialog import PackagesDialog
from ui.filtering.filter_words import filters_of
from ui.schema.schema_window import SchemaWindow
from ui.sources.sources_window import SourcesWindow


def deal_dialog(window, qtbot):
    window.actions_by_id["team.deal"].trigger()
    dialog = window.findChild(DealDialog)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    return dialog


@pytest.fixture
def package_path(project_path, tmp_path):
    with closing(Project.open(project_path)) as project:
        edit = dealing.step(dealing.plan(project, Wish(people=("Lea", "Max"), overlap=100)), annotator="anna")
        assert edit is not None
        project.do(edit)
        first, second = packing.write(project, tmp_path / "out", suggestions=SuggestionTreatment.INCLUDED)
        packing.show([first, second])
    return first.path


def test_articles_are_dealt_as_the_preview_says(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.people, "Lea, Max")
    dialog.overlap.setValue(30)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert cells(dialog.table) == [("Lea", "2", "2", "1"), ("Max", "2", "2", "1")]
    assert dialog.line.words == "Articles to deal: 3. Lea 2, Max 2, both 1."
    with qtbot.waitSignal(dialog.dealt, timeout=30_000):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    given = window.session.project.read.assigned.given()
    assert sorted(map(len, given.values())) == [1, 1, 2]
    assert window.messages.words == "3 articles dealt."
    qtbot.waitUntil(lambda: "articles dealt" in window.actions_by_id["edit.undo"].text())
    window.actions_by_id["edit.undo"].trigger()
    assert window.session.project.read.assigned.given() == {}
    assert window.messages.words == "Undone in 3 articles: articles dealt."


def test_lead_who_takes_part_learns_where_to_label(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    qtbot.keyClicks(dialog.people, f"Lea, {window.session.project.annotator}")
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert "You get articles yourself: label them here in the project." in dialog.line.words
    dialog.people.setText("Lea, Max")
    qtbot.waitUntil(lambda: dialog.ok.isEnabled() and "Max" in dialog.line.words, timeout=30_000)
    assert "yourself" not in dialog.line.words


def test_return_in_a_number_deals(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    qtbot.keyClicks(dialog.people, "Lea, Max")
    dialog.overlap.setFocus()
    dialog.overlap.selectAll()
    qtbot.keyClicks(dialog.overlap, "30")
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    with qtbot.waitSignal(dialog.dealt, timeout=30_000):
        qtbot.keyClick(dialog.overlap, Qt.Key.Key_Return)


def test_wrong_names_and_nothing_to_deal_are_reported(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    for names, words in (
        ("Lea, lea", "too similar"),
        ("gold, Max", "reserved"),
        ("L" * 10_000, "cannot be used"),
    ):
        dialog.people.setText(names)
        qtbot.waitUntil(lambda words=words: words in dialog.line.words, timeout=30_000)
        assert not dialog.ok.isEnabled()
    dialog.reject()


def test_one_annotator_gets_all_articles(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    qtbot.keyClicks(dialog.people, "Lea")
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert dialog.line.words == "Articles to deal: 3. Lea 3."
    dialog.reject()


def test_too_few_annotators_for_sharing_are_reported(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    dialog.per.setValue(3)
    qtbot.keyClicks(dialog.people, "Lea, Max")
    qtbot.waitUntil(lambda: "name at least 3" in dialog.line.words, timeout=30_000)
    dialog.reject()


def test_finished_articles_are_not_called_dealt(window, qtbot):
    project = window.session.project
    document = window.session.opened.document.id
    window.session.do(edits.set_state(None, document, State.DONE, annotator=project.annotator))
    edit = dealing.step(dealing.plan(project, Wish(people=("Lea",), overlap=0), open_only=True), annotator="anna")
    assert edit is not None
    window.session.do(edit)
    dialog = deal_dialog(window, qtbot)
    assert dialog.line.words == "All other articles have already been dealt. Finished articles left out: 1."
    dialog.reject()


def test_articles_are_taken_back_and_dealt_anew_in_one_step(window, qtbot):
    project = window.session.project
    found = dealing.plan(project, Wish(people=("Lea",)))
    window.session.do(dealing.step(found, annotator="anna"))
    dialog = deal_dialog(window, qtbot)
    assert dialog.whose.itemText(1) == "taken back from Lea (3 unfinished)"
    dialog.whose.setCurrentIndex(1)
    assert (dialog.most.value(), dialog.people.text(), dialog.overlap.isVisibleTo(dialog)) == (3, "", False)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert (dialog.ok.text(), dialog.line.words) == ("&Take Back", "Articles taken back from Lea: 3.")
    qtbot.keyClicks(dialog.people, "Max, Ida")
    dialog.most.setValue(2)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert dialog.ok.text() == "&Deal"
    assert dialog.line.words == "Articles taken back from Lea: 2. To others: Ida 1, Max 1."
    assert cells(dialog.table) == [("Ida", "1", "1", "0"), ("Lea", "0", "1", "0"), ("Max", "1", "1", "0")]
    with qtbot.waitSignal(dialog.dealt, timeout=30_000):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert window.messages.words == "Articles taken back from Lea: 2. 2 articles dealt."
    assert sorted(project.read.assigned.given().values()) == [["Ida"], ["Lea"], ["Max"]]
    qtbot.waitUntil(lambda: "dealt articles taken back" in window.actions_by_id["edit.undo"].text())
    window.actions_by_id["edit.undo"].trigger()
    assert list(project.read.assigned.given().values()) == [["Lea"]] * 3
    qtbot.waitUntil(lambda: "dealt articles taken back" in window.actions_by_id["edit.redo"].text())


def test_preview_of_earlier_options_cannot_be_dealt(window, qtbot):
    dialog = deal_dialog(window, qtbot)
    qtbot.keyClicks(dialog.people, "Lea, Max")
    qtbot.waitUntil(lambda: dialog._planning.busy)
    dialog.people.clear()
    enabled: list[bool] = []

    def settled():
        enabled.append(dialog.ok.isEnabled())
        return not dialog.busy

    qtbot.waitUntil(settled, timeout=30_000)
    assert True not in enabled
    assert "Name the annotators" in dialog.line.words


def test_typed_names_stay_when_articles_are_taken_back(window, qtbot):
    project = window.session.project
    window.session.do(dealing.step(dealing.plan(project, Wish(people=("Lea", "Max"), overlap=100)), annotator="anna"))
    dialog = deal_dialog(window, qtbot)
    dialog.whose.setCurrentIndex(1)
    assert dialog.people.text() == "Max"
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    assert dialog.line.words == "Articles taken back from Lea: 3. To nobody, because they have them already: 3."
    dialog.people.selectAll()
    qtbot.keyClicks(dialog.people, "Ida")
    dialog.whose.setCurrentIndex(2)
    assert dialog.people.text() == "Ida"


def packages_dialog(window, qtbot, folder):
    """Deal the articles to two people, and open the dialog that writes their packages."""
    dialog = deal_dialog(window, qtbot)
    dialog.people.setText("Lea, Max")
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    with qtbot.waitSignal(dialog.dealt, timeout=30_000):
        dialog.accept()
    window.actions_by_id["team.packages"].trigger()
    packages = window.findChild(PackagesDialog)
    packages.folder.setText(str(folder))
    return packages


def test_packages_are_written_and_recorded(window, qtbot, tmp_path):
    packages = packages_dialog(window, qtbot, tmp_path / "Pakete")
    assert [packages.person.itemText(n) for n in range(packages.person.count())] == [
        "everybody with new articles",
        "Lea (2)",
        "Max (2)",
    ]
    with qtbot.waitSignal(packages.written, timeout=30_000):
        qtbot.mouseClick(packages.ok, Qt.MouseButton.LeftButton)
    assert sorted(path.name for path in (tmp_path / "Pakete").iterdir()) == ["Lea.spanwright", "Max.spanwright"]
    buttons = (window.findChild(QPushButton, name) for name in ("noticeAction", "messageAction"))
    assert [button.text() for button in buttons if button.isVisible()] == ["Open Folder"]
    read = window.session.project.read
    assert [each.annotator for each in read.assigned.packages()] == ["Lea", "Max"]
    assert read.edit(read.log.ids()[-1]).kind is EditKind.PACK
    window.actions_by_id["team.packages"].trigger()
    again = window.findChildren(PackagesDialog)[-1]
    again.folder.setText(str(tmp_path / "Pakete"))
    assert again.line.words == "All dealt articles are in packages that were written before."
    assert not again.ok.isEnabled()
    again.again.click()
    assert (again.line.words, again.person.count()) == ("", 3)
    again.accept()
    qtbot.waitUntil(lambda: not again.busy, timeout=30_000)
    assert "already exists" in again.line.words
    again.reject()


def test_packages_that_cannot_be_recorded_are_removed(window, qtbot, tmp_path):
    packages = packages_dialog(window, qtbot, tmp_path / "Pakete")
    window.session.intercept = lambda _edit: None  # refuses every edit
    packages.accept()
    qtbot.waitUntil(lambda: not packages.busy, timeout=30_000)
    assert list((tmp_path / "Pakete").iterdir()) == []
    assert packages.ok.isEnabled()
    window.session.intercept = None


def test_packages_without_dealt_articles_say_what_to_do(window):
    window.actions_by_id["team.packages"].trigger()
    dialog = window.findChild(PackagesDialog)
    assert dialog.line.words == "Nobody has new articles. Deal articles first."
    assert not dialog.ok.isEnabled()
    dialog.findChild(QPushButton, "jobAction").click()
    assert not dialog.isVisible()
    assert window.findChild(DealDialog).isVisible()


def test_articles_are_listed_by_person(window, qtbot):
    project = window.session.project
    found = dealing.plan(project, Wish(people=("Lea", "Max"), seed=3))
    edit = dealing.step(found, annotator="anna")
    assert edit is not None
    window.session.do(edit)
    window.articles.filters.ask(dealt_to="Lea")
    mine = [id_ for id_, people in project.read.assigned.given().items() if people == ["Lea"]]
    assert sorted(window.articles.model.shown) == sorted(mine)
    ((_, words),) = filters_of(window.articles.filters.query, project.schema)
    assert words == "Dealt to: Lea"


def test_package_says_what_it_is_and_what_is_off(make_window, package_path, qtbot):
    window = make_window(package_path)
    assert window.windowTitle() == "Lea: package from Städte 🌆 – Spanwright"
    assert not window.findChild(QLabel, "projectName").isVisible(), "the package is named after Lea, who is beside it"
    assert window.top_bar.annotator.isVisible()
    assert window.findChild(QLabel, "packageChip").text() == "package from Städte 🌆"
    for name in ("project.annotator", "article.delete", "team.deal", "team.packages"):
        assert not window.actions_by_id[name].isEnabled()
    for name in ("article.done", "file.import", "project.schema", "file.copy"):
        assert window.actions_by_id[name].isEnabled()
    assert why_not(When.LEADING, window.session) == "Not in a package: whoever sent it decides about this"
    window.top_bar.annotator.click()
    assert window.messages.words == "Not in a package: whoever sent it decides about this"
    window.actions_by_id["project.schema"].trigger()
    schema = window.findChild(SchemaWindow)
    assert not any(part.isEnabled() for part in (schema.add, schema.remove, schema.page, schema.files))
    assert schema.foot.words.text() == "In a package, schema and guidelines can only be read."
    schema.reject()
    window.actions_by_id["suggestion.sources"].trigger()
    sources = window.findChild(SourcesWindow)
    assert sources.line.words == "In a package, whoever sent it decides about sources."
    assert not sources.findChild(QPushButton, "sourceLabels").isEnabled()
    qtbot.waitUntil(lambda: not sources.busy, timeout=30_000)
    sources.reject()


def test_words_are_labelled_and_guidelines_only_read_in_a_package(make_window, package_path, qtbot):
    window = make_window(package_path)
    qtbot.waitUntil(
        lambda: window.session.opened is not None and bool(window.session.opened.suggestions), timeout=20_000
    )
    window.view.select(0, 8, exact=True)
    qtbot.keyClick(window.view, "1")
    project = window.session.project
    (span,) = window.session.opened.spans
    assert (span.annotator, project.annotator) == ("Lea", "Lea")
    window.aim.activate(span.id)
    window.guides.turn()
    assert (window.guides.is_open, window.guides.popup.edit.isHidden()) == (True, True)


def test_finished_package_says_to_send_it_back(make_window, package_path):
    window = make_window(package_path)
    articles = window.session.project.read.document_ids(DocumentQuery(annotator="Lea"))
    for id_ in articles:
        assert "package is done" not in window.messages.words
        window.session.open_document(id_)
        window.steps.finish()
    name = package_path.name
    assert window.messages.words == f"This package is done: close the program and send {name} back."
