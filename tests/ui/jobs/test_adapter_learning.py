"""Models learn from finished articles in a process, and the result is reported."""

import multiprocessing
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.learning import learning, model_hashes
from annotator.model.values import State
from annotator.project.project import Project
from annotator.suggest.adapter.corrector import Corrector
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.shelf import AdapterFacts, base_of, shelf_of
from annotator.suggest.crf import checksums
from annotator.suggest.sources import own
from annotator.system.errors import AnnotatorError
from tests.annotator.made import span
from tests.ui import worked
from tests.ui.keyboard import answer
from ui.jobs.suggesting.source_finder import Work, real_work
from ui.jobs.suggesting.suggestion_queue import Mood

SHIPS = "Nordstern Abendwind Möwe Seeadler Polarfuchs Albatros Wellenkamm Goldfisch Windrose Klabauter".split()


@pytest.fixture
def nearly_due(project_path):
    """A project with nine finished articles, and a tenth that is labelled but not marked as done."""
    project = Project.open(project_path)
    id_ = ""
    for name in SHIPS:
        text = f"Die Fähre {name} 🎈 legte am Montag ab. An Bord war Petra Müller."
        (id_,) = project.add_articles([Article(title=name, text=text, language="de")]).ids
        project.do(edits.add((span(id_, name, "MISC", text=text), span(id_, "Petra Müller", "PER", text=text))))
        if name != SHIPS[-1]:
            project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    project.close()
    return project_path, id_


@pytest.fixture
def window(make_window, nearly_due):
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=real_work().sources)
    return make_window(nearly_due[0], work=work)


def learning_runs():
    return "spanwright learning" in [child.name for child in multiprocessing.active_children()]


def test_tenth_article_starts_learning_and_revert(window, nearly_due, qtbot):
    path, last = nearly_due
    base = window.desk.suggesting.sources
    window.session.open_document(last)
    window.session.set_state(State.DONE)
    qtbot.waitUntil(lambda: "learnt" in window.messages.words, timeout=120_000)
    assert window.messages.words.startswith("The model has learnt from 10 articles: F1 ")
    assert window.messages.words.endswith(" on held-out articles.")
    assert not window.desk.learning.busy
    qtbot.waitUntil(lambda: not learning_runs())
    learnt = {source.name: source for source in window.desk.suggesting.sources}
    assert learnt["de_news"].correctors
    assert window.desk.suggesting.models == base
    answer(window)
    assert shelf_of(path).present() is None
    assert window.desk.suggesting.sources == base
    assert not learning.is_due(window.session.project, base)
    assert window.messages.words == "The previous model is in use again."
    answer(window)  # learns again
    qtbot.waitUntil(lambda: "has learnt" in window.messages.words, timeout=120_000)
    assert shelf_of(path).present()


def test_other_projects_pipeline_does_not_learn(make_window, nearly_due, qtbot, tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "gebaut")
    own.take_up(tmp_path / "gebaut", "Projekt A")
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=real_work().sources)
    window = make_window(nearly_due[0], work=work)
    assert window.desk.suggesting.models[0].name == "de_projekt_a"
    window.session.open_document(nearly_due[1])
    window.session.set_state(State.DONE)
    qtbot.waitUntil(lambda: "learnt" in window.messages.words, timeout=120_000)
    present = shelf_of(nearly_due[0]).present()
    assert present
    assert present.facts["de"].base.startswith("de_news ")


def test_learning_too_early_says_how_many_articles(window, qtbot):
    window.messages.fail(AnnotatorError("adapter.none", file="Stadt"))
    window.actions_by_id["model.learn"].trigger()
    assert window.messages.words == ""  # how far it is can be read
    qtbot.waitUntil(lambda: "finished" in window.messages.words, timeout=60_000)
    few = "A model needs at least 10 finished articles in its language to learn from; so far there are 9."
    assert window.messages.words == few
    qtbot.waitUntil(lambda: not learning_runs())


def test_revert_without_adapter_is_reported(window, nearly_due):
    window.actions_by_id["model.go_back"].trigger()
    assert window.messages.words == f"{nearly_due[0].name} has not learnt anything yet that could be undone."


def test_learning_shows_progress_and_can_be_stopped(window, nearly_due, qtbot):
    heard = []
    window.desk.learning.progressed.connect(lambda done, total: heard.append((done, window.key_line._progress.text())))
    window.session.open_document(nearly_due[1])
    window.session.set_state(State.DONE)
    window.actions_by_id["model.learn"].trigger()
    qtbot.waitUntil(lambda: any(0 < done < 100 for done, _ in heard), timeout=120_000)
    assert window.key_line._progress.text().startswith("learning: ")
    window.actions_by_id["model.stop"].trigger()
    assert not window.desk.learning.busy
    assert window.messages.words == "Learning was stopped; nothing changed."
    assert "learning" not in window.key_line._progress.text()
    assert shelf_of(nearly_due[0]).present() is None
    window.actions_by_id["model.stop"].trigger()
    assert window.messages.words == "No model is learning at the moment."


def test_killed_learning_is_reported_and_leaves_the_base(window, nearly_due, qtbot):
    base, heard = window.desk.suggesting.sources, []
    window.session.open_document(nearly_due[1])
    window.session.set_state(State.DONE)
    window.actions_by_id["model.learn"].trigger()
    window.desk.learning.progressed.connect(lambda done, _total: heard.append(done))
    window.desk.learning.progressed.connect(kill_learning)
    qtbot.waitUntil(lambda: "crashed" in window.messages.words, timeout=240_000)
    assert window.messages.words.startswith("One task crashed the helper process for learning twice")
    assert max(heard) > 0
    assert not window.desk.learning.busy
    assert shelf_of(nearly_due[0]).present() is None
    assert window.desk.suggesting.sources == base


def kill_learning(done, _total):
    for child in multiprocessing.active_children():
        if done > 0 and child.name == "spanwright learning":
            child.kill()


def test_closing_project_stops_learning(window, qtbot):
    window.actions_by_id["model.learn"].trigger()
    assert window.desk.learning.busy
    window.session.close_project()
    assert not window.desk.learning.busy
    assert window.messages.words == ""


def test_damaged_adapter_is_reported(make_window, nearly_due, qtbot):
    folder = shelf_of(nearly_due[0]).folder / "0001"
    folder.mkdir(parents=True)
    (folder / "adapter.json").write_text("[]", encoding="utf-8")
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=real_work().sources)
    window = make_window(nearly_due[0], work=work)
    qtbot.waitUntil(lambda: "Go back one step" in window.messages.words)
    assert window.desk.suggesting.sources == window.desk.suggesting.models


@pytest.fixture
def with_adapter(nearly_due):
    """A project with an adapter for the model of `worked.SOURCES`, and its folder."""
    path = nearly_due[0]
    corrector = Corrector(model=b"m", memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    facts = AdapterFacts(base=base_of(worked.SOURCES[0]), learnt=(), held=(), before=1.0, after=2.0)
    return path, shelf_of(path).add({"de": (corrector, facts)}).of("de")


def test_unloadable_adapter_is_reported(make_window, with_adapter, qtbot):
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare_without_adapters, sources=worked.SOURCES)
    window = make_window(with_adapter[0], work=work)
    assert window.desk.suggesting.sources[0].correctors == (with_adapter[1],)
    qtbot.waitUntil(lambda: "Go back one step" in window.messages.words, timeout=20_000)
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=20_000)
    assert window.desk.suggesting.sources[0].correctors == ()
    read = window.session.project.read
    assert read.asking.documents([(info.name, info.version, info.language) for info in worked.SOURCES]) == []


def test_altered_adapter_is_not_loaded(make_window, with_adapter, qtbot):
    path, folder = with_adapter
    with closing(Project.open(path)) as project:
        model_hashes.record(project)
    (folder / "labels.json").write_text("[]", "utf-8")
    checksums.write(folder, ("model.crfsuite", "memory.json", "labels.json"))
    window = make_window(path)
    qtbot.waitUntil(lambda: "modified since it was created" in window.messages.words, timeout=20_000)
    assert window.desk.suggesting.sources[0].correctors == ()
