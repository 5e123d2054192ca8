"""CRFsuite opens only intact models."""

import os
import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.suggest.crf.crfsuite import tagger
from annotator.training.adapter import Row, fit

ROOT = Path(__file__).parents[4]
SPOILT = int(os.environ.get("SPANWRIGHT_SPOILT", "400"))
NUMBERS = range(16, 48, 4)  # of the header, after names, size and version


@pytest.fixture(scope="module")
def model():
    rows: list[Row] = [([["w=Köln"], {"w=sagt": 1.0}], ["B-LOC", "O"])]
    return fit(rows, {"max_iterations": 5, "c1": 0.0}, lambda: None)


def test_intact_model_labels(model):
    assert tagger(model).tag([["w=sagt"], ["w=Köln"]]) == ["O", "B-LOC"]


@pytest.mark.parametrize("damage", [lambda m: b"", lambda m: m[:-1], lambda m: b"X" + m[1:], lambda m: m + b"\0"])
def test_cut_or_foreign_model_is_refused(model, damage):
    with pytest.raises(ValueError, match="the model file is"):
        tagger(damage(model))


@pytest.mark.parametrize("field", NUMBERS)
def test_bad_header_number_is_refused(model, field):
    (right,) = struct.unpack_from("<I", model, field)
    for wrong in {1 << 31, len(model) - 1, right + 1} - {right}:
        changed = model[:field] + struct.pack("<I", wrong) + model[field + 4 :]
        if field == 16:  # the number of features is stored twice and read after the header
            tagger(changed)
        else:
            with pytest.raises(ValueError, match="the model file is"):
                tagger(changed)


def learnt():
    chance = random.Random(1)
    rows: list[Row] = []
    for _ in range(60):
        labels = [chance.choice(["O", "B-PER", "I-PER", "B-LOC"]) for _ in range(chance.randrange(2, 8))]
        rows.append(([[f"{kind}={chance.randrange(40)}" for kind in "abw"] for _ in labels], labels))
    settings = {"max_iterations": 10, "c1": 0.0, "feature.possible_transitions": True}
    return fit(rows, settings, lambda: None)


def test_changed_models_never_crash(tmp_path):
    path = tmp_path / "model.crfsuite"
    path.write_bytes(learnt())
    script = Path(__file__).parent / "spoilt_models.py"
    done = subprocess.run(
        [sys.executable, script, path, "1", str(SPOILT)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    refused, used = map(int, done.stdout.split())
    assert refused + used == SPOILT + 12 * 9  # each field of the header with each value
    assert refused > SPOILT / 2
    assert used > SPOILT / 10
