"""Training in a folder, stopping, and resuming."""

import json
import subprocess
import sys

import pytest

from annotator.system.errors import ModelError
from annotator.training.train import BEST, LAST, POINTS, points, train
from tests.annotator.formats.training_sets.test_spacy_folder import article, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("Lehre")
    write(made, [article(number) for number in range(20)])
    return made


def test_training_saves_best_pipeline_and_points(folder, tmp_path):
    import spacy

    heard = []
    reached = train(folder, tmp_path / "aus", steps=4, progress=lambda done, total: heard.append((done, total)))
    assert [point.step for point in reached] == [0, 1, 2, 3, 4]
    assert points(tmp_path / "aus") == reached
    assert all(point.loss > 0 and 0 <= point.score <= 100 for point in reached)
    assert heard[-1] == (4, 4)
    assert heard == sorted(heard)
    doc = spacy.load(tmp_path / "aus" / BEST)("Petra Müller wohnt in Köln.")
    assert "claims" in doc.spans
    assert {path.name for path in (tmp_path / "aus").iterdir()} == {BEST, LAST, POINTS}


def test_saved_pipeline_names_no_folder_of_this_computer(folder, tmp_path):
    train(folder, tmp_path / "aus", steps=2)
    for name in (BEST, LAST):
        config = (tmp_path / "aus" / name / "config.cfg").read_text("utf-8")
        assert str(folder) not in config
        assert "train.spacy" in config
    train(folder, tmp_path / "aus", steps=2, resume=True)


def test_resuming_adds_points_and_restarting_drops_them(folder, tmp_path):
    first = train(folder, tmp_path, steps=2)
    (tmp_path / POINTS).write_text((tmp_path / POINTS).read_text("utf-8") + '{"step": 9', "utf-8")  # a killed training
    more = train(folder, tmp_path, steps=2, resume=True)
    assert more[:3] == first
    assert [point.step for point in more] == [0, 1, 2, 3, 4, 5]
    assert [point.step for point in train(folder, tmp_path, steps=1)] == [0, 1]


def test_same_seed_trains_the_same(folder, tmp_path):
    one, other = (train(folder, tmp_path / name, steps=3) for name in ("a", "b"))
    assert [point.loss for point in one] == pytest.approx([point.loss for point in other])


def test_unusable_corpus_is_reported(folder, tmp_path):
    with pytest.raises(ModelError) as error:
        train(tmp_path, tmp_path / "aus")
    assert error.value.code == "train.nothing"
    write(tmp_path / "leer", [article(number) for number in range(3)])
    (tmp_path / "leer" / "corpus" / "train.spacy").unlink()
    (tmp_path / "leer" / "corpus" / "train.spacy").write_bytes(
        (folder / "corpus" / "sentences" / "dev.spacy").read_bytes()
    )
    with pytest.raises(ModelError) as refused:
        train(tmp_path / "leer", tmp_path / "aus", steps=1)
    assert refused.value.code == "train.broken"


def test_damaged_points_are_skipped(tmp_path):
    good = {"step": 1, "loss": 2.5, "score": 10}
    lines = ["[]", "x", json.dumps({"step": "a", "loss": 1, "score": 1}), json.dumps(good), ""]
    (tmp_path / POINTS).write_text("\n".join(lines), "utf-8")
    assert [point.score for point in points(tmp_path)] == [10]
    (tmp_path / POINTS).write_bytes(b"\xff\xfe")
    assert points(tmp_path) == []


KILLED = """
import os, sys
from pathlib import Path
from annotator.training.train import train

moves = iter(range(1, 10_000))

def kill(event, arguments):
    if event == "os.rename" and Path(arguments[1]).name == "model-best" and next(moves) == int(sys.argv[3]):
        os._exit(9)

sys.addaudithook(kill)
train(Path(sys.argv[1]), Path(sys.argv[2]), steps=1, resume=True)
"""


def test_kill_while_saving_keeps_a_best_pipeline(folder, tmp_path):
    train(folder, tmp_path, steps=1)
    (tmp_path / POINTS).unlink()  # so that the next score is the best so far
    for move in (1, 2):
        command = [sys.executable, "-c", KILLED, str(folder), str(tmp_path), str(move)]
        assert subprocess.run(command, check=False).returncode == 9
        points(tmp_path)
        assert (tmp_path / BEST / "meta.json").is_file()
        assert {path.name for path in tmp_path.iterdir()} == {BEST, LAST}
