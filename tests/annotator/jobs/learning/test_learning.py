"""Learning from finished articles, with the real German model and a project on disk."""

import json
import re
import shutil
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.cli.app import run
from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.jobs.learning import learning, model_hashes
from annotator.jobs.schema_change import remodel
from annotator.jobs.suggesting import suggest_documents
from annotator.jobs.suggesting.wanted_sources import sources_here
from annotator.model.schema import Layer
from annotator.model.source_choices import SOURCES, SourceChoices, dumps
from annotator.model.values import State, new_id
from annotator.processes.worker import no_progress
from annotator.project.project import Project
from annotator.suggest.adapter.shelf import shelf_of
from annotator.suggest.crf import checksums
from annotator.suggest.sources import own, registry
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.system.errors import ModelError
from tests.annotator.made import add_article, make_project, span
from tests.annotator.suggest.encoders import make_encoder

SHIPS = "Nordstern Abendwind Möwe Seeadler Polarfuchs Albatros Wellenkamm Goldfisch Windrose Klabauter Kormoran Brise"
TEXT = "Die Fähre {ship} 🎈 legte am Montag in Köln ab.\n\nAn Bord der Fähre {ship} war Petra Müller."
NEW = TEXT.format(ship="Salzwasser")


@pytest.fixture(scope="module")
def learnt_once(tmp_path_factory):
    """The result of a model's first learning, and its folder; made once, because learning takes seconds."""
    folder = tmp_path_factory.mktemp("learnt")
    project = with_ships(folder)
    heard = []
    learnt = learning.learn(project.path, available().sources, progress=lambda *told: heard.append(told))
    project.close()
    return folder, learnt, heard


@pytest.fixture
def learnt(learnt_once, tmp_path):
    """A project with an adapter."""
    shutil.copytree(learnt_once[0], tmp_path, dirs_exist_ok=True)
    project = Project.open(tmp_path / "Stadt.spanwright")
    yield project
    project.close()


def with_ships(folder):
    """Create a project with a custom label, used in a dozen finished articles."""
    project = make_project(folder)
    labels = project.schema.labels
    ship = replace(next(label for label in labels if label.id == "MISC"), id="SHIP", key=None)
    remodel(project, add_label(SchemaChange(before=project.schema, after=project.schema), ship))
    for name in SHIPS.split():
        finish(project, name)
    return project


def finish(project, name, label="SHIP"):
    text = TEXT.format(ship=name)
    id_ = add_article(project, name, text)
    first = span(id_, name, label, text=text)
    second = replace(span(id_, name, label, text=text), parts=((text.rindex(name), text.rindex(name) + len(name)),))
    places = (span(id_, "Köln", "LOC", text=text), span(id_, "Petra Müller", "PER", text=text))
    project.do(edits.add((first, second, *places)))
    project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    return id_


def present(project):
    return generation(project.path)


def generation(path):
    found = shelf_of(path).present()
    assert found
    return found


def model_of(path):
    return (generation(path).of("de") / "model.crfsuite").read_bytes()


def places(text, words):
    return [found.start() for found in re.finditer(words, text)]


def suggested(project, id_, layer=None):
    suggest_documents.suggest(project, [id_], available().sources, no_progress)
    found = project.read.annotated(id_, None, suggestions=True).suggestions
    found = [s for s in found if layer in (None, s.layer)]
    return {(s.quote(project.read.text(id_)), s.label, s.source) for s in found}


def test_custom_label_is_learnt_and_undone(learnt):
    fresh = add_article(learnt, "neu", NEW)
    found = suggested(learnt, fresh)
    assert ("Salzwasser", "SHIP", "de_news") in found
    assert ("Petra Müller", "PER", "de_news") in found
    assert shelf_of(learnt.path).go_back()
    assert "SHIP" not in {label for _, label, source in suggested(learnt, fresh) if source == "de_news"}


def test_custom_layer_is_learnt_beside_names(project, tmp_path):
    label = replace(project.schema.labels[0], id="SHIP", layer="ships", key=None)
    layers = (*project.schema.layers, Layer(id="ships", name={"en": "Ships"}, labels=(label,)))
    remodel(project, SchemaChange(before=project.schema, after=replace(project.schema, layers=layers)))
    for name in SHIPS.split():
        id_ = add_article(project, name, TEXT.format(ship=name))
        ships = [
            replace(span(id_, name, "SHIP", "ships", text=TEXT.format(ship=name)), parts=((at, at + len(name)),))
            for at in places(TEXT.format(ship=name), name)
        ]
        project.do(edits.add(ships))
        project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    fresh = add_article(project, "neu", NEW.replace("Petra Müller", "der Nordstern"))
    assert suggested(project, fresh, "ships") == {("Nordstern", "SHIP", "seen")}
    assert learning.learn(project.path, available().sources).taken
    assert suggested(project, fresh, "ships") == {("Salzwasser", "SHIP", "de_news")}
    assert ("Köln", "LOC", "de_news") in suggested(project, fresh, "entities")
    assert shelf_of(project.path).go_back()
    assert suggested(project, fresh, "ships") == {("Nordstern", "SHIP", "seen")}


def test_learn_reports_progress_and_result(learnt_once):
    _, learnt, heard = learnt_once
    assert learnt.taken
    assert learnt.articles == 12
    assert 0 < learnt.before < learnt.after <= 100
    assert heard == sorted(heard)
    assert heard[-1] == (100, 100)


def test_due_again_after_ten_more_articles(learnt):
    for name in "Adler Bussard Falke Geier Habicht Kiebitz Lerche Meise Reiher Specht".split():
        assert not learning.is_due(learnt, available().sources)
        finish(learnt, name)
    assert learning.is_due(learnt, available().sources)


def test_ten_articles_are_enough_for_the_first_time(project):
    for name in SHIPS.split()[:10]:
        assert not learning.is_due(project, available().sources)
        finish(project, name, label="MISC")
    assert learning.is_due(project, available().sources)


def test_every_tenth_article_is_held_out(learnt):
    facts = present(learnt).facts["de"]
    assert facts.learnt == tuple(learning.finished(learnt))
    assert facts.held == (facts.learnt[9],)


def test_learnt_names_come_from_the_model_not_memory(learnt):
    first = learning.finished(learnt)[0]
    text = learnt.read.text(first)
    more = span(first, "Fähre", "SHIP", text=text)
    learnt.do(edits.add((more, *(replace(more, id=new_id(), parts=((n, n + 5),)) for n in places(text, "Fähre")[1:]))))
    fresh = add_article(learnt, "neu", NEW.replace("Petra Müller", "eine Besatzung"))
    sources = {(words, source) for words, _, source in suggested(learnt, fresh)}
    assert ("Fähre", "seen") not in sources
    shelf_of(learnt.path).go_back()
    assert ("Fähre", "seen") in {(words, source) for words, _, source in suggested(learnt, fresh)}


def test_too_few_articles_and_articles_without_names_are_reported(project):
    with pytest.raises(ModelError, match=r"at least 10 finished articles .* so far there are 0"):
        learning.learn(project.path, available().sources)
    for number in range(10):
        id_ = add_article(project, str(number), f"Es regnet seit {number} Tagen in der ganzen Stadt.")
        project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    with pytest.raises(ModelError, match="None of the 10 finished articles has a labelled name"):
        learning.learn(project.path, available().sources)


def test_articles_in_a_language_no_model_reads_are_reported(project):
    for number in range(10):
        id_ = add_article(project, str(number), f"Il pleut depuis {number} jours dans toute la ville.")
        document = project.read.document(id_)
        project.do(edits.describe(document, replace(document, language="other"), annotator="anna"))
        project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    with pytest.raises(ModelError, match="No model reads the language"):
        learning.learn(project.path, available().sources)


def test_damaged_adapter_is_reported_with_its_folder(learnt):
    model = present(learnt).of("de") / "model.crfsuite"
    model.write_bytes(model.read_bytes()[:-1])
    id_ = add_article(learnt, "neu", NEW)
    outcome = suggest_documents.suggest(learnt, [id_], available().sources, no_progress)
    (problem,) = outcome.problems
    assert str(model.parent) in str(problem)
    assert "Go back one step" in str(problem)


def spoil(learnt, *, fatal=False):
    """Change a byte of a learnt model and update the checksums. With ``fatal`` the byte crashes the process."""
    folder = present(learnt).of("de")
    model = folder / "model.crfsuite"
    content = bytearray(model.read_bytes())
    content[-1 if fatal else 48 + 12 + 12] ^= 0x80
    model.write_bytes(bytes(content))
    checksums.write(folder, json.loads((folder / checksums.FILE).read_bytes()))
    return folder


def test_changed_model_is_left_out_and_its_base_goes_on(learnt):
    fresh = add_article(learnt, "neu", NEW)
    assert ("Salzwasser", "SHIP", "de_news") in suggested(learnt, fresh)
    folder = spoil(learnt)
    outcome = suggest_documents.suggest(learnt, [fresh], available().sources, no_progress)
    (problem,) = outcome.problems
    assert problem.code == "adapter.broken"
    assert str(folder) in str(problem)
    found = learnt.read.annotated(fresh, None, suggestions=True).suggestions
    labels = {s.label for s in found if s.source in {"de_news", "seen"}}  # decided names say so
    assert labels >= {"LOC", "PER"}
    assert "SHIP" not in labels
    with pytest.raises(ModelError, match="modified since it was created"):
        learning.learn(learnt.path, available().sources)


def test_model_of_old_project_is_recorded_at_first_use(learnt):
    assert learnt.read.setting(model_hashes.MODELS) is None
    suggest_documents.due(learnt, available().sources)
    assert list(json.loads(learnt.read.setting(model_hashes.MODELS) or "")) == ["0001/de"]
    with closing(Project.open(learnt.path, read_only=True)) as reading:
        assert not model_hashes.checked(reading).problems
        spoil(learnt)
        assert model_hashes.checked(reading).problems


def test_unknown_model_that_would_crash_is_refused(learnt):
    spoil(learnt, fatal=True)
    id_ = add_article(learnt, "neu", NEW)
    (problem,) = suggest_documents.suggest(learnt, [id_], available().sources, no_progress).problems
    assert "the model file is damaged" in str(problem)
    assert json.loads(learnt.read.setting(model_hashes.MODELS) or "{}") == {}


def test_number_of_deleted_generation_is_given_again(learnt):
    model_hashes.record(learnt)
    spoil(learnt)
    assert model_hashes.checked(learnt).problems
    folder = present(learnt).folder
    other = shutil.copytree(folder, folder.with_suffix(".other"))
    assert shelf_of(learnt.path).go_back()
    assert model_hashes.checked(learnt).present is None
    assert learnt.read.setting(model_hashes.MODELS) == "{}"
    other.rename(folder)
    assert not model_hashes.checked(learnt, whole=True).problems


def test_what_was_just_learnt_is_recorded_whatever_was_before(learnt):
    model_hashes.record(learnt)
    spoil(learnt)
    model_hashes.record(learnt)
    assert not model_hashes.checked(learnt, whole=True).problems


def test_adapter_for_another_model_version_is_rebuilt(learnt):
    for file in (present(learnt).folder / "adapter.json", shelf_of(learnt.path).folder / "tried.json"):
        facts = file.read_text(encoding="utf-8")
        file.write_text(facts.replace("de_news ", "de_news 0.0.9 "), encoding="utf-8")
    fresh = add_article(learnt, "neu", NEW)
    assert learning.is_due(learnt, available().sources)
    assert "SHIP" not in {label for _, label, source in suggested(learnt, fresh) if source == "de_news"}
    assert learning.learn(learnt.path, available().sources).taken
    assert ("Salzwasser", "SHIP", "de_news") in suggested(learnt, fresh)


def test_disabled_model_does_not_learn_or_stay_due(learnt):
    learnt.keep(SOURCES, dumps(SourceChoices().turned("de_news", on=False)))
    asked = sources_here(learnt, available().sources).asked
    assert "de_news" not in {info.name for info in asked}
    assert learning.is_due(learnt, asked)  # another model may read German now
    with pytest.raises(ModelError, match="No model reads the language"):
        learning.learn(learnt.path, asked)
    assert not learning.is_due(learnt, asked)


@pytest.mark.parametrize("on", [False, True])
def test_own_pipeline_learns_only_where_enabled(learnt_once, tmp_path, on):
    import spacy

    shutil.copytree(learnt_once[0], tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "Stadt.models")
    spacy.blank("de").to_disk(tmp_path / "gebaut")
    mine = own.take_up(tmp_path / "gebaut", "Projekt A").name
    project = Project.open(tmp_path / "Stadt.spanwright")
    project.keep(SOURCES, dumps(SourceChoices().turned(mine, on=on)))
    project.close()
    assert run(["adapt", str(project.path)]) == 0
    with closing(Project.open(project.path, read_only=True)) as reading:
        assert list(json.loads(reading.read.setting(model_hashes.MODELS) or "")) == ["0001/de"]
    assert generation(project.path).facts["de"].base.split()[0] == (mine if on else "de_news")


def test_deleting_the_folder_is_the_same_as_never_having_learnt(learnt):
    fresh = add_article(learnt, "neu", NEW)
    shutil.rmtree(shelf_of(learnt.path).folder)
    assert "SHIP" not in {label for _, label, source in suggested(learnt, fresh) if source == "de_news"}
    assert shelf_of(learnt.path).last_state().articles == 0


def test_worse_adapter_is_discarded_and_learning_is_reproducible(learnt_once, tmp_path, capsys):
    shutil.copytree(learnt_once[0], tmp_path, dirs_exist_ok=True)
    file = tmp_path / "Stadt.spanwright"
    path, model = str(file), model_of(file)
    assert run(["adapt", path, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["taken"]) == (12, False)
    assert generation(file).number == 1
    assert run(["adapt", path, "--back"]) == 0
    assert capsys.readouterr().out == "Restored the original models.\n"
    assert run(["adapt", path, "--back"]) == 1
    assert "has not learnt anything yet" in capsys.readouterr().err
    assert run(["adapt", path]) == 0  # it is taken this time
    assert capsys.readouterr().out.startswith("Learnt from 12 articles: F1 ")
    assert model_of(file) == model


def test_each_learning_attempt_is_recorded(learnt, learnt_once):
    told = learnt_once[1]
    (attempt,) = shelf_of(learnt.path).attempts()
    assert (attempt.language, attempt.articles, attempt.taken) == ("de", told.articles, told.taken)
    assert (attempt.before, attempt.after) == (round(told.before, 2), round(told.after, 2))


def test_learning_without_held_out_names_records_no_score(learnt):
    (held,) = present(learnt).facts["de"].held
    (state,) = learnt.read.annotated(held, "anna").states
    learnt.do(edits.set_state(state, held, State.OPEN, annotator="anna"))
    assert not learning.learn(learnt.path, available().sources).taken
    assert len(shelf_of(learnt.path).attempts()) == 1


def test_single_label_articles_never_break_learning(project):
    for number in range(10):
        text = f"Die Fähre Möwe {number} 🎈 legte am Montag ab."
        id_ = add_article(project, str(number), text)
        project.do(edits.add(span(id_, f"Möwe {number}", "MISC", text=text)))
        project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
    assert learning.learn(project.path, available().sources).articles == 10


@pytest.fixture
def encoder(tmp_path, monkeypatch):
    """Install an encoder that finds no name at all, in place of the one that ships."""
    made = make_encoder(tmp_path / "encoder ö", always="O", weight=0.2)
    monkeypatch.setattr(registry, "ENCODER", made)
    return made


def test_adapter_corrects_both_answers(encoder, tmp_path):
    with closing(with_ships(tmp_path)) as project:
        assert learning.learn(project.path, available().sources).taken
        fresh = add_article(project, "neu", NEW)
        for speed in Speed:
            sources = at_speed(available().sources, speed)
            suggest_documents.suggest(project, [fresh], sources, no_progress)
            found = project.read.annotated(fresh, None, suggestions=True).suggestions
            assert ("Salzwasser", "SHIP") in {(s.quote(NEW), s.label) for s in found if s.source == "de_news"}


def test_damaged_encoder_learns_nothing_and_says_so(encoder, tmp_path):
    with closing(with_ships(tmp_path)) as project:
        with (encoder.folder / "names.npz").open("r+b") as stream:
            stream.seek(200)
            stream.write(b"Muehle")
        with pytest.raises(ModelError, match="thorough model of de_news cannot be used"):
            learning.learn(project.path, available().sources)
        assert shelf_of(project.path).present() is None
        fresh = add_article(project, "neu", NEW)
        assert "de_news" in {source for *_, source in suggested(project, fresh)}


def test_held_out_names_are_counted_by_score(learnt):
    facts = present(learnt).facts["de"]
    assert sum(each.decided for each in facts.bins) > 0
    assert all(each.accepted <= each.decided for each in facts.bins)
