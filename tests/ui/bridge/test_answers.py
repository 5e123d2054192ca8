"""Answers of the suggestion process: only new suggestions are written and shown."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.store.reader import DocumentQuery
from ui.jobs.suggesting.suggestion_queue import Mood


@pytest.fixture
def settled(make_window, project_path, qtbot):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=20_000)
    return window


def writes(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA data_version").fetchone(), path.with_name(path.name + "-wal").stat().st_size


def arrivals(session):
    found: list[str] = []
    session.tokens_arrived.connect(found.append)
    return found


def test_known_tokens_are_not_stored_again(settled, project_path):
    session, before = settled.session, writes(project_path)
    arrived, opened = arrivals(session), session.opened
    same = replace(opened.tokens, starts=opened.tokens.starts[:], ends=opened.tokens.ends[:])
    document = opened.document
    assert session.answers.take_tokens(document.id, document.sha256, same, document.language)
    assert (arrived, writes(project_path)) == ([], before)


def test_known_tokens_of_another_article_are_not_stored_again(settled, project_path):
    session, before = settled.session, writes(project_path)
    arrived = arrivals(session)
    other = next(
        id_
        for id_ in session.project.read.document_ids(DocumentQuery(annotator="ana"))
        if id_ != session.opened.document.id
    )
    document, tokens = session.project.read.document(other), session.project.read.tokens(other)
    assert session.answers.take_tokens(other, document.sha256, tokens, document.language)
    assert (arrived, writes(project_path)) == ([], before)


def test_new_tokens_and_languages_arrive(settled):
    session = settled.session
    arrived, opened = arrivals(session), session.opened
    document = opened.document
    other = replace(opened.tokens, version="another")
    assert session.answers.take_tokens(document.id, document.sha256, other, document.language)
    assert session.project.read.tokens(document.id).version == "another"
    assert arrived == [document.id]
    assert not session.answers.take_tokens(document.id, "another text", other, document.language)
