"""Only the last query counts, with a real process."""

import pytest

from tests.ui import worked
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess


@pytest.fixture
def process(qtbot):
    made = JobProcess("Dateien", broken=lambda trace: None)
    yield made
    made.shut_down()


def test_only_last_of_many_queries_is_answered(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    for number in range(5):
        question.ask(worked.double, number)
    assert question.busy
    qtbot.waitUntil(lambda: not question.busy, timeout=20_000)
    assert answers == [8]
    assert not process.busy


def test_stopped_query_is_not_answered(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.ask(worked.double, 1)
    question.stop()
    assert not question.busy
    question.ask(worked.double, 21)
    qtbot.waitUntil(lambda: answers == [42], timeout=20_000)


def test_failure_of_last_query_is_emitted(process, qtbot):
    answers: list[object] = []
    errors: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.failed.connect(errors.append)
    question.ask(worked.refuse)
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert answers == []


def test_cancel_kills_long_query(process, qtbot):
    answers: list[object] = []
    question = LastQuestion(process, answers.append, process)
    question.ask(worked.work_for_ever)
    qtbot.waitUntil(lambda: process.busy, timeout=20_000)
    question.cancel()
    assert not question.busy
    question.ask(worked.double, 4)
    qtbot.waitUntil(lambda: answers == [8], timeout=20_000)


def test_query_reports_progress(process, qtbot):
    heard: list[tuple[int, int]] = []
    question = LastQuestion(process, lambda _: None, process, lambda done, total: heard.append((done, total)))
    question.ask(worked.work_for_ever)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    question.cancel()
