"""Only the last question matters, with a real process."""

import pytest

from tests.ui import worked
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess


@pytest.fixture
def process(qtbot):
    made = JobProcess("Dateien", broken=lambda trace: None)
    yield made
    made.shut_down()


def test_of_many_questions_the_first_and_the_last_are_asked_and_one_is_answered(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    for number in range(5):
        question.ask(worked.double, number)
    assert question.busy
    qtbot.waitUntil(lambda: not question.busy, timeout=20_000)
    assert answers == [8]
    assert not process.busy


def test_nothing_is_answered_once_it_was_stopped_and_it_can_ask_again(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.ask(worked.double, 1)
    question.stop()
    assert not question.busy
    question.ask(worked.double, 21)
    qtbot.waitUntil(lambda: answers == [42], timeout=20_000)


def test_a_failure_of_the_last_question_is_told(process, qtbot):
    answers: list[object] = []
    errors: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.failed.connect(errors.append)
    question.ask(worked.refuse)
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert answers == []


def test_what_takes_long_ends_at_once_when_it_is_cancelled(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.ask(worked.work_for_ever)
    qtbot.waitUntil(lambda: process.busy, timeout=20_000)
    question.cancel()
    assert not question.busy
    question.ask(worked.double, 4)
    qtbot.waitUntil(lambda: answers == [8], timeout=20_000)


def test_who_asks_hears_how_far_it_is(process, qtbot):
    heard: list[tuple[int, int]] = []
    question = LastQuestion(process, lambda _: None, process, lambda done, total: heard.append((done, total)))
    question.ask(worked.work_for_ever)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    question.cancel()
