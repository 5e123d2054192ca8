"""GLiNER in another Python, with a package that behaves and one that does not."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.jobs.suggesting.suggest_documents import suggest
from annotator.jobs.suggesting.wanted_sources import sources_here
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES, SourceChoices, dumps
from annotator.model.values import ENTITIES, Document
from annotator.processes.worker import no_progress
from annotator.suggest.sources import gliner, own
from annotator.suggest.sources.gliner import GlinerSource, describe, licence_of, set_up, windows_of
from annotator.suggest.sources.gliner_process import GlinerProcess
from annotator.suggest.sources.source import SourceKind, never
from annotator.system.errors import ModelError
from tests.annotator.made import add_article, make_project
from tests.annotator.suggest.sources.fake_gliner import make_model, make_python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake Python is a shell script")

TEXT = "😀 Gestern war Erika Beispiel in Köln.\n\nMu\u0308ller fehlte, Köln nicht.\nAnzeige Köln"
WORDINGS = (("person name", "PER"), ("place", "LOC"))
LABELS = frozenset({"PER", "LOC"})


@pytest.fixture(autouse=True)
def user(tmp_path, monkeypatch):
    """Use folders of the test's own for the user's files; end the GLiNER process afterwards."""
    monkeypatch.setattr(own, "shelf", lambda: tmp_path / "user" / "pipelines")
    yield
    gliner.stop()


def source(tmp_path, mood="", wordings=WORDINGS, **more):
    python, folder = make_python(tmp_path), make_model(tmp_path, mood)
    setup = gliner.Setup(python=python, folder=str(folder), sha256="a" * 64, stamp=gliner._stamp(folder))
    return GlinerSource(info=describe(setup, wordings, 50), labels=LABELS, **more)


def document(text=TEXT, excluded=()):
    return Document(id="d", title="", text=text, sha256="", language="de", excluded=excluded)


def test_finds_names_in_code_points_with_scores(tmp_path):
    found = source(tmp_path).suggest(document(excluded=((TEXT.index("Anzeige"), len(TEXT)),)), never)
    assert [(one.quote(TEXT), one.label) for one in found] == [
        ("Erika Beispiel", "PER"),
        ("Köln", "LOC"),
        ("Köln", "LOC"),
    ]
    assert {(one.layer, one.score, one.source) for one in found} == {(ENTITIES, 0.75, "gliner")}
    assert found[0].rule == "person name"


@pytest.mark.parametrize(
    ("mood", "code", "words"),
    [
        ("crash", "gliner.broken", "Fatal: out of memory"),
        ("garbage", "gliner.answer", "do not fit"),
        ("raise", "gliner.broken", "tensor of the wrong size"),
        ("offsets", "gliner.answer", "do not fit"),
        ("missing", "gliner.broken", "backbone"),
        ("online", "gliner.broken", "not allowed"),
    ],
)
def test_misbehaving_model_is_one_sentence(tmp_path, mood, code, words):
    with pytest.raises(ModelError, match=words) as caught:
        source(tmp_path, mood).suggest(document(), never)
    assert caught.value.code == code


def test_hanging_model_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(gliner, "_READING", 1.0)
    hanging = source(tmp_path, "hang")
    with pytest.raises(ModelError, match="did not answer for 1 seconds"):
        hanging.suggest(document(), never)
    assert not any(process.alive for process in gliner._kept.values())


def test_scores_that_are_not_numbers_are_left_out(tmp_path):
    text = "Das ist falsch in Köln."
    assert [one.quote(text) for one in source(tmp_path).suggest(document(text), never)] == ["Köln"]


def test_wrong_answers_neither_shift_nor_lose_right_ones(tmp_path):
    found = source(tmp_path, "mixed").suggest(document("Erika wohnt in Köln."), never)
    assert [(one.quote("Erika wohnt in Köln."), one.label, one.score) for one in found] == [
        ("in Köln", "LOC", 0.5),
        ("Köln", "LOC", 0.75),
    ]


def test_process_is_kept_and_started_again_after_its_death(tmp_path):
    asked = source(tmp_path)
    asked.suggest(document(), never)
    (process,) = gliner._kept.values()
    asked.suggest(document(), never)
    assert list(gliner._kept.values()) == [process]
    process.close()
    assert len(asked.suggest(document(), never)) == 4


def test_article_is_read_once_for_two_answers(tmp_path):
    asked, article = source(tmp_path), replace(document(), sha256="b" * 64)
    first = asked.suggest(article, never)
    gliner._kept.popitem()[1].close()
    second = asked.suggest(article, never)
    assert [one.key for one in second] == [one.key for one in first]
    assert {one.id for one in second}.isdisjoint(one.id for one in first)
    assert not gliner._kept


def test_changed_model_is_not_used(tmp_path):
    asked = source(tmp_path)
    (tmp_path / "model" / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="have changed since it was set up"):
        asked.suggest(document(), never)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("model.safetensors", "other weights may contain code"), ("gliner_config.json", "no gliner_config")],
)
def test_folder_without_safe_weights_is_refused(tmp_path, name, reason):
    folder = make_model(tmp_path)
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    (folder / name).unlink()
    with pytest.raises(ModelError, match=reason):
        set_up(make_python(tmp_path), folder)


def test_python_that_is_none_or_lacks_the_package(tmp_path):
    folder = make_model(tmp_path)
    with pytest.raises(ModelError, match="cannot be started as a Python"):
        set_up(str(tmp_path / "nothing"), folder)
    with pytest.raises(ModelError, match="pip install gliner"):
        set_up(make_python(tmp_path, package=None), folder)
    (tmp_path / "no_python").write_text("#!/bin/sh\nread line\necho hello\n", "utf-8")
    (tmp_path / "no_python").chmod(0o755)
    with pytest.raises(ModelError, match="could not be understood"):
        set_up(str(tmp_path / "no_python"), folder)
    assert gliner.chosen() is None


def test_choice_is_kept_for_the_user_with_licence_and_hash(tmp_path):
    made = set_up(make_python(tmp_path), make_model(tmp_path))
    assert gliner.chosen() == made
    assert (made.licence, len(made.sha256)) == ("apache-2.0", 64)
    gliner.setup_file().write_text("[" * 10_000, encoding="utf-8")
    assert gliner.chosen() is None
    gliner.forget()
    assert licence_of(tmp_path) == ""


def test_version_depends_on_wordings_and_threshold(tmp_path):
    info = source(tmp_path).info
    setup = gliner.Setup(python=info.python or "", folder=info.model, sha256="a" * 64, stamp=info.stamp)
    versions = {
        describe(setup, WORDINGS, 50).version,
        describe(setup, WORDINGS, 60).version,
        describe(setup, (("person", "PER"),), 50).version,
        describe(replace(setup, sha256="b" * 64), WORDINGS, 50).version,
    }
    assert len(versions) == 4
    assert describe(setup, WORDINGS[::-1], 50).version in versions


def test_long_articles_are_read_in_windows():
    text = "\n\n".join(["Erika wohnt in Köln. " * 100, "Kurz.", "Wort " * 1000])
    windows = list(windows_of(document(text)))
    assert max(len(text[start:end].split()) for start, end in windows) <= 220
    assert all(first[0] < second[0] for first, second in pairwise(windows))
    covered = {at for start, end in windows for at in range(start, end)}
    assert all(at in covered for at, sign in enumerate(text) if not sign.isspace())


def test_project_turns_it_on_and_words_its_labels(tmp_path):
    with closing(make_project(tmp_path)) as project:
        id_ = add_article(project, text=TEXT)
        set_up(make_python(tmp_path), make_model(tmp_path))
        here = sources_here(project, ())
        (info,) = here.every
        assert (info.kind, info.licence, here.asked) == (SourceKind.ZERO_SHOT, "apache-2.0", ())
        assert ("person", "PER") in info.labels_as
        chosen = SourceChoices(labels={"gliner": dict(WORDINGS)}, threshold=40).turned("gliner", on=True)
        project.keep(SOURCES, dumps(chosen))
        assert source_choices.loads(dumps(chosen)) == chosen
        (info,) = sources_here(project, ()).asked
        assert (info.labels_as, info.threshold) == (tuple(sorted(WORDINGS)), 40)
        assert suggest(project, [id_], [info], no_progress).problems == ()
        assert {one.rule for one in project.read.suggestions(id_)} == {"person name", "place"}


def test_secrets_and_our_python_stay_out(tmp_path, monkeypatch):
    for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "PYTHONHOME", "_PYI_ARCHIVE_FILE"):
        monkeypatch.setenv(name, "s3cr3t")
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nenv > "{tmp_path}/env"\n', "utf-8")
    python.chmod(0o755)
    process = GlinerProcess(str(python))
    with pytest.raises(ModelError):
        process.ask({"do": "load", "folder": "a"}, patience=20)
    assert "s3cr3t" not in (tmp_path / "env").read_text("utf-8")


def test_death_of_the_asker_ends_the_process(tmp_path):
    python, folder = make_python(tmp_path), make_model(tmp_path, "hang")
    code = (
        "import sys; from annotator.suggest.sources.gliner_process import GlinerProcess as P; p = P(sys.argv[1]);"
        "p.ask({'do': 'load', 'folder': sys.argv[2]}, patience=60); print(p._process.pid, flush=True);"
        "p.ask({'do': 'predict', 'texts': ['a'], 'labels': ['b'], 'threshold': 0.5}, patience=600)"
    )
    root = Path(__file__).parents[4]
    with subprocess.Popen([sys.executable, "-c", code, python, folder], stdout=subprocess.PIPE, cwd=root) as asker:
        assert asker.stdout is not None
        pid = int(asker.stdout.readline())
        os.kill(asker.pid, signal.SIGKILL)
    pause = threading.Event()
    for _ in range(100):
        if not _runs(pid):
            break
        pause.wait(0.1)
    assert not _runs(pid)


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("name", ["model", "a/b/c", "../b", "a/..", "https://a/b", "a b/c", "-a/b", ""])
def test_names_of_models_are_checked_before_asking(name):
    with pytest.raises(ModelError, match="not the name of a model"):
        gliner.look_up("python", name)


HUB = """
class _One:
    def __init__(self, name, size):
        self.rfilename, self.size = name, size
class HfApi:
    def __init__(self, token=None):
        assert token is False
    def model_info(self, name, files_metadata=False):
        if name == "a/none":
            raise OSError("there is no such model")
        self.sha, self.card_data = "f" * 40, {"license": "mit"}
        files = [_One("pytorch_model.bin", 9), _One("code.py", 5), _One("gliner_config.json", 3)]
        self.siblings = files + [_One("model.safetensors", 7)] * (name != "a/unsafe")
        return self
def snapshot_download(name, revision, local_dir, allow_patterns, token):
    import os
    assert "*.py" not in allow_patterns and "*.bin" not in allow_patterns and token is False
    os.makedirs(local_dir)
    open(os.path.join(local_dir, "model.safetensors"), "w").close()
"""


def test_download_is_asked_for_and_shows_size_and_licence(tmp_path):
    python = make_python(tmp_path)
    (tmp_path / "site" / "huggingface_hub.py").write_text(HUB, "utf-8")
    offer = gliner.look_up(python, "a/model")
    assert (offer.size, offer.licence, offer.revision) == (10, "mit", "f" * 40)
    folder = gliner.fetch(python, offer)
    assert [path.name for path in folder.iterdir()] == ["model.safetensors"]
    with pytest.raises(ModelError, match="there is no such model"):
        gliner.look_up(python, "a/none")
    with pytest.raises(ModelError, match="other weights may contain code"):
        gliner.look_up(python, "a/unsafe")
