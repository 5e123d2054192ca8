"""CRFsuite never opens what is not whole."""

import pytest

from annotator.suggest.crfsuite import tagger
from annotator.training.corrector import Row, fit


@pytest.fixture(scope="module")
def model():
    rows: list[Row] = [([["w=Köln"], {"w=sagt": 1.0}], ["B-LOC", "O"])]
    return fit(rows, {"max_iterations": 5, "c1": 0.0}, lambda: None)


def test_a_whole_model_labels(model):
    assert tagger(model).tag([["w=sagt"], ["w=Köln"]]) == ["O", "B-LOC"]


@pytest.mark.parametrize("damage", [lambda m: b"", lambda m: m[:-1], lambda m: b"X" + m[1:], lambda m: m + b"\0"])
def test_a_model_that_is_cut_or_of_another_kind_is_refused(model, damage):
    with pytest.raises(ValueError, match="the model file is"):
        tagger(damage(model))
