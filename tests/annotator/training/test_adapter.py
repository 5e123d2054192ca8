"""Training an adapter: held-out articles, cross-validation, and what the base model still finds afterwards."""

import pytest

from annotator.model.values import ENTITIES, Document, Span
from annotator.processes.worker import no_progress
from annotator.suggest.adapter.base_labels import WordReading
from annotator.suggest.adapter.corrector import add_corrector
from annotator.suggest.adapter.trust import Trust
from annotator.system.errors import ModelError
from annotator.training.adapter import CurrentAdapter, NameScore, adapt, score
from annotator.training.lessons import LessonSentence, completed, lesson, rehearsal

TEXT = "Gestern legte die Fähre {ship} 🎈 in Köln ab.\n\nNeue Überschrift\n\nDie {ship} gehört Petra Müller."


def blank(language):
    import spacy

    return spacy.blank(language)


@pytest.fixture(scope="module")
def base():
    """A pipeline that knows one place and a weekday."""
    pipeline = blank("de")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Köln"}, {"label": "DATE", "pattern": "Gestern"}])
    return pipeline


def article(number, base):
    ship = f"Möwe{number}"
    text = TEXT.format(ship=ship)
    places = [
        ("SHIP", text.index(ship), len(ship)),
        ("SHIP", text.rindex(ship), len(ship)),
        ("LOC", text.index("Köln"), 4),
    ]
    spans = [
        Span(
            id=f"{number}{n}",
            document=str(number),
            layer=ENTITIES,
            label=label,
            parts=((at, at + size),),
            annotator="a",
        )
        for n, (label, at, size) in enumerate(places)
    ]
    return lesson(Document(id=str(number), title="", text=text, sha256="", language="de"), spans, base)


@pytest.fixture(scope="module")
def lessons(base):
    return [article(number, base) for number in range(50)]


def test_lesson_has_labels_and_readings(lessons):
    first = lessons[0].sentences[0]
    assert list(first.words[:5]) == "Gestern legte die Fähre Möwe0".split()
    assert first.labels[4] == "B-SHIP"
    assert [reading.label for reading in first.readings if reading.label != "O"] == ["B-DATE", "B-LOC"]
    assert [list(one.words) for one in lessons[0].sentences][1] == ["Neue", "Überschrift"]


def test_unused_labels_stay_the_bases(lessons, base):
    first = lessons[0].sentences[0]
    assert completed(first, {"SHIP", "LOC"})[0] == "B-DATE"
    assert completed(first, {"SHIP", "LOC", "DATE"})[0] == "O"
    adapted = adapt(lessons[:10], [], base, None, no_progress)
    taught = blank("de")
    taught.add_pipe("entity_ruler").add_patterns([{"label": "DATE", "pattern": "Gestern"}])
    add_corrector(taught, adapted.corrector, None)
    found = {(ent.text, ent.label_) for ent in taught("Gestern legte die Fähre Brise 🎈 in Köln ab.").ents}
    assert found == {("Gestern", "DATE"), ("Brise", "SHIP"), ("Köln", "LOC")}


def test_few_articles_are_cross_validated(lessons, base):
    adapted = adapt(lessons[:12], [], base, None, no_progress)
    assert adapted.held == ("9",)
    assert adapted.learnt == tuple(map(str, range(12)))
    assert adapted.before == NameScore(names=36, found=12, right=12)
    assert adapted.tested == 12
    assert adapted.after.names == 36
    assert adapted.better


def test_five_held_out_articles_suffice(lessons, base):
    adapted = adapt(lessons, [], base, None, no_progress)
    assert adapted.held == tuple(map(str, (19, 29, 39, 49, 9)))
    assert adapted.before.names == 15
    assert adapted.tested == 5 + 45 // 3  # a third of the others tells what scores mean, too
    assert sum(each.decided for each in adapted.bins) > adapted.after.found
    assert adapted.corrector.trust != Trust()


def test_current_adapter_is_evaluated_on_unseen_articles(lessons, base):
    first = adapt(lessons[:10], [], base, None, no_progress)
    present = CurrentAdapter(corrector=first.corrector, learnt=frozenset(first.learnt), held=frozenset(first.held))
    second = adapt(lessons[:20], [], base, present, no_progress)
    assert second.held == ("19", "9")
    assert second.before.names == 33  # ten new articles and the held-out one
    assert second.before.right > 10  # it knows ships already


def test_learning_again_keeps_held_out_articles(lessons, base):
    first = adapt(lessons[:20], [], base, None, no_progress)
    present = CurrentAdapter(corrector=first.corrector, learnt=frozenset(first.learnt), held=frozenset(first.held))
    second = adapt(lessons[:20], [], base, present, no_progress)
    assert second.before.names == second.after.names == 6
    assert second.before.right


def test_too_few_articles_are_refused(lessons, base):
    with pytest.raises(ModelError, match="so far there are 9"):
        adapt(lessons[:9], [], base, None, no_progress)


def test_rehearsal_in_both_languages(base):
    german = rehearsal("de", base)
    assert len(german) > 300
    assert any(reading.label == "B-LOC" for one in german for reading in one.readings)
    assert all(list(one.labels) == [reading.label for reading in one.readings] for one in german)
    assert rehearsal("en", base)
    assert rehearsal("other", base) == []


def test_place_and_label_must_be_right(lessons):
    nothing = WordReading("O", 1.0, 0.0)
    one = LessonSentence(["Köln", "und", "HD", "Hyundai"], [nothing] * 4, ["B-LOC", "O", "B-ORG", "I-ORG"])
    with_one = type(lessons[0])(id="x", sentences=(one,), counts=lessons[0].counts)
    found = ["B-ORG", "O", "B-ORG", "I-ORG"]
    assert score([with_one], lambda _lesson, _sentence: found) == NameScore(names=2, found=2, right=1)
    assert NameScore(2, 2, 1).f == 50
    assert NameScore(2, 0, 0).f == 0
