"""The generations of a project's adapters in their folder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.suggest.adapter.corrector import Corrector
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.shelf import (
    AdapterFacts,
    Attempt,
    LearningState,
    Shelf,
    adapted,
    base_of,
    learnt_documents,
    shelf_of,
)
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.reliability import Bin
from annotator.system.errors import ModelError

GERMAN = SourceInfo(name="de_news", version="1+aa", language="de", kind=SourceKind.MODEL)
ENGLISH = SourceInfo(name="en_news", version="2+bb", language="en", kind=SourceKind.MODEL)
SEEN = SourceInfo(name="seen", version="1", language=None, kind=SourceKind.SEEN)


@pytest.fixture
def shelf(tmp_path):
    return shelf_of(tmp_path / "Städte 🌆.spanwright")


def adapter(info=GERMAN, *, learnt=("a", "b"), model=b"model"):
    corrector = Corrector(model=model, memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    return corrector, AdapterFacts(base=base_of(info), learnt=learnt, held=("b",), before=61.25, after=70.5)


def test_shelf_is_beside_project_and_need_not_exist(shelf):
    assert shelf.folder.name == "Städte 🌆.models"
    assert shelf.present() is None
    assert shelf.last_state() == LearningState()
    assert not shelf.go_back()


def test_newest_generation_is_used_until_go_back(shelf):
    shelf.add({"de": adapter()})
    second = shelf.add({"de": adapter(learnt=("a", "b", "c"))})
    assert shelf.present() == second
    assert second.facts["de"].learnt == ("a", "b", "c")
    assert shelf.go_back()
    first = shelf.present()
    assert first is not None
    assert (first.number, first.facts["de"].learnt) == (1, ("a", "b"))
    assert shelf.go_back()
    assert shelf.present() is None


def test_names_by_score_are_stored(shelf):
    corrector, facts = adapter()
    bins = (Bin(lowest=0.95, highest=1.0, decided=20, accepted=19, mean=0.98),)
    shelf.add({"de": (corrector, replace(facts, bins=bins))})
    present = shelf.present()
    assert present is not None
    assert present.facts["de"].bins == bins


def test_facts_of_older_versions_have_no_names_by_score(shelf):
    generation = shelf.add({"de": adapter()})
    file = generation.folder / "adapter.json"
    value = json.loads(file.read_text(encoding="utf-8"))
    del value["languages"]["de"]["bins"]
    file.write_text(json.dumps(value), encoding="utf-8")
    present = shelf.present()
    assert present is not None
    assert present.facts["de"].bins == ()


@pytest.mark.parametrize(("key", "number"), [("decided", "Infinity"), ("mean", "NaN"), ("highest", "7")])
def test_numbers_by_score_that_cannot_be_are_damage(shelf, key, number):
    corrector, facts = adapter()
    bins = (Bin(lowest=0.95, highest=1.0, decided=20, accepted=19, mean=0.98),)
    file = shelf.add({"de": (corrector, replace(facts, bins=bins))}).folder / "adapter.json"
    value = json.loads(file.read_text(encoding="utf-8"))
    value["languages"]["de"]["bins"][0][key] = float(number)
    file.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(ModelError) as told:
        shelf.present()
    assert told.value.code == "adapter.broken"


@pytest.mark.parametrize("count", [-1, 30])
def test_impossible_counts_by_score_are_refused(shelf, count):
    corrector, facts = adapter()
    bins = (Bin(lowest=0.95, highest=1.0, decided=20, accepted=count, mean=0.98),)
    with pytest.raises(ModelError, match="count"):
        shelf.add({"de": (corrector, replace(facts, bins=bins))})


def test_keeps_three_generations(shelf):
    for _ in range(5):
        shelf.add({"de": adapter()})
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["0003", "0004", "0005"]


def test_adapter_of_other_language_is_kept(shelf):
    shelf.add({"de": adapter(model=b"german")})
    both = shelf.add({"en": adapter(ENGLISH)})
    assert set(both.facts) == {"de", "en"}
    assert (both.of("de") / "model.crfsuite").read_bytes() == b"german"


def test_unfinished_generation_is_ignored_and_removed(shelf):
    (shelf.folder / "0001.new").mkdir(parents=True)
    assert shelf.present() is None
    assert shelf.add({"de": adapter()}).number == 1


def test_adapter_fits_only_its_model(shelf):
    present = shelf.add({"de": adapter()})
    german, english, seen = adapted((GERMAN, ENGLISH, SEEN), present)
    assert german.correctors == (present.of("de"),)
    assert german.version.startswith("1+aa.1-")
    assert (english, seen) == (ENGLISH, SEEN)
    assert learnt_documents(present, (german, english)) == {("entities", "a"), ("entities", "b")}
    assert learnt_documents(present, (GERMAN, english)) == frozenset()
    assert learnt_documents(None, (GERMAN,)) == frozenset()


def test_learning_state_is_stored(shelf):
    tried = LearningState(articles=30, bases=frozenset({base_of(GERMAN)}))
    shelf.store_state(tried)
    assert shelf.last_state() == tried
    for damaged in ("{", "30", '{"articles": []}'):
        (shelf.folder / "tried.json").write_text(damaged, encoding="utf-8")
        assert shelf.last_state() == LearningState()


@pytest.mark.parametrize("facts", ["", "[]", '{"format": 2, "languages": {}}', '{"format": 1, "languages": {"de": 1}}'])
def test_damaged_generation_is_reported_with_its_folder(shelf, facts):
    folder = shelf.add({"de": adapter()}).folder
    (folder / "adapter.json").write_text(facts, encoding="utf-8")
    with pytest.raises(ModelError) as error:
        Shelf(Path(shelf.folder)).present()
    assert str(folder) in str(error.value)
    assert shelf.go_back()


def test_attempts_are_kept_even_if_not_used(shelf):
    first = Attempt(day="2026-11-23", language="de", articles=10, before=60.5, after=66.25, taken=True)
    second = Attempt(day="2026-11-24", language="de", articles=20, before=66.25, after=65.0, taken=False)
    assert shelf.attempts() == ()
    shelf.add_attempts([first])
    shelf.add_attempts([second])
    assert shelf.attempts() == (first, second)


def test_generation_whose_attempts_cannot_be_stored_is_removed(shelf):
    attempt = Attempt(day="2026-11-23", language="de", articles=10, before=60.5, after=66.25, taken=True)
    for _ in range(3):
        shelf.add({"de": adapter()})
    (shelf.folder / "course.json").mkdir()
    with pytest.raises(OSError, match="it is a folder"):
        shelf.add({"de": adapter()}, [attempt])
    assert shelf.numbers() == [1, 2, 3]
    (shelf.folder / "course.json").rmdir()
    shelf.add({"de": adapter()}, [attempt])
    assert shelf.numbers() == [2, 3, 4]
    assert shelf.attempts() == (attempt,)


def test_damaged_attempts_are_ignored(shelf):
    shelf.folder.mkdir()
    (shelf.folder / "course.json").write_text("[1]")
    assert shelf.attempts() == ()
