"""The self-test passes here, and fails where something is missing."""

import pytest

from annotator.cli import selftest
from annotator.model import schema_file
from annotator.suggest.sources.registry import Available
from annotator.system.errors import ModelError


def test_everything_is_whole(capsys):
    assert selftest.run(selftest.CHECKS) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(selftest.CHECKS)
    assert all(line.startswith("ok ") for line in said)


def test_failed_check_is_one_line_and_others_run(capsys, monkeypatch):
    missing = ModelError("source.missing", name="de_news", file="/nowhere")
    monkeypatch.setattr(selftest, "available", lambda: Available(sources=(), problems=(missing,)))
    monkeypatch.setattr(schema_file, "ready_schemas", dict)
    assert selftest.run([("schemas", selftest.schemas), ("pipelines", selftest.pipelines)]) == 1
    said = capsys.readouterr().out
    assert "FAILED  pipelines: The model de_news is missing" in said
    assert "FAILED  schemas: there is no schema" in said


def test_a_pipeline_that_finds_nothing_is_a_failure(monkeypatch):
    monkeypatch.setattr(selftest, "TEXTS", {"de": "und so weiter.", "en": "and so on."})
    with pytest.raises(RuntimeError, match="finds no name"):
        selftest.pipelines()


def test_a_process_that_ends_without_an_answer_is_a_failure(monkeypatch):
    monkeypatch.setattr(selftest, "serve", die)
    with pytest.raises(RuntimeError, match="ended without an answer"):
        selftest.worker_process()


def die(connection):
    connection.close()
