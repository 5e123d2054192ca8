"""`suggest` on many articles in several processes, killed and called again."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from annotator.corpus.article import Article
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.suggest.sources.registry import available
from tests.annotator.made import TEXT, make_project

ROOT = Path(__file__).parents[3]
ARTICLES = 240


@pytest.fixture
def many(tmp_path):
    project = make_project(tmp_path)
    texts = [f"{TEXT}\n\nNummer {number} kommt aus Köln 🎈. " * 40 for number in range(ARTICLES)]
    project.add_articles([Article(name=str(n), title=str(n), text=text, language="de") for n, text in enumerate(texts)])
    project.close()
    return project.path


def command(path):
    arguments = ("suggest", path, "--source", "de_news", "--speed", "fast", "--json")
    return [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]


def done(path):
    """Count the articles that the source has read."""
    (info,) = available().named(["de_news"])
    with closing(Project.open(path, read_only=True)) as project:
        return ARTICLES - len(project.read.asking.documents([(info.name, info.version, info.language)]))


@pytest.mark.thorough  # the command knows the encoder, and both must mean the same version
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_suggest_resumes_and_leaves_no_process(many):
    running = subprocess.Popen([*command(many), "--processes", "2"], start_new_session=True, stdout=subprocess.DEVNULL)
    pause = threading.Event()
    while not 0 < done(many) < ARTICLES and running.poll() is None:
        pause.wait(0.05)
    running.send_signal(signal.SIGKILL)
    running.wait()
    before = done(many)
    assert 0 < before < ARTICLES
    for _ in range(200):
        if not alive(running.pid):
            break
        pause.wait(0.1)
    assert not alive(running.pid)
    assert check(many, progress=no_progress) == []
    again = subprocess.run(command(many), capture_output=True, check=True, encoding="utf-8")
    assert json.loads(again.stdout)["documents"] == ARTICLES - before
    nothing = subprocess.run(command(many), capture_output=True, check=True, encoding="utf-8")
    assert json.loads(nothing.stdout)["documents"] == 0


def alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_suggest_counts_unreadable_languages(ask, tmp_path):
    with closing(make_project(tmp_path)) as project:
        french = "Le maire de Strasbourg a présenté hier soir le budget de la ville devant le conseil municipal. " * 3
        project.add_articles([Article(name="fr", title="fr", text=french, language="other")])
        project.add_articles([Article(name="de", title="de", text=TEXT, language="de")])
    told = ask("suggest", project.path, "--json")
    assert json.loads(told.out)["unread"] == {"other": 1}
    assert "None of the models reads languages other than German and English: 1 article." in told.err


def test_short_foreign_articles_are_read_by_no_model(ask, tmp_path):
    project = tmp_path / "a.spanwright"
    ask("new", project)
    texts = ("قالت رئيسة البلدية إن الجسر سيفتح في الخريف.", "La alcaldesa dijo que las obras empezarán en otoño.")
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        ask("import", project, tmp_path / f"{number}.txt")
    assert {line["language"] for line in json.loads(ask("list", project, "--json").out)["documents"]} == {"other"}
    told = json.loads(ask("suggest", project, "--json").out)
    assert (told["pending"], told["unread"]) == (0, {"other": 2})
