import math

import numpy as np
import pytest

from annotator.suggest.array_files import load_arrays
from annotator.suggest.encoder.encoder import Encoder, WordTable
from annotator.suggest.encoder.name_model import NAMES, WORDS
from tests.annotator.suggest.encoders import LAYERS, SIZE, make_encoder

HEADS = 12


@pytest.fixture(scope="module")
def arrays(tmp_path_factory):
    folder = make_encoder(tmp_path_factory.mktemp("encoder") / "ö").folder
    return load_arrays(folder / WORDS), load_arrays(folder / NAMES)


@pytest.fixture(scope="module")
def encoder(arrays):
    words, names = arrays
    return Encoder.from_arrays(WordTable(words["scales"], words["codes"]), names)


# The same as the encoder, written out one number after the other, as in the papers.


def parameter(names, name):
    if name in names:
        return names[name].astype(float)
    return names[f"{name}.codes"].astype(float) * names[f"{name}.scale"]


def word_vector(words, piece):
    found = []
    for block in range(SIZE // 32):
        codes, scale = words["codes"][piece, block], float(words["scales"][piece, block])
        found += [scale * ((int(code) & 15) - 8) for code in codes]
        found += [scale * ((int(code) >> 4) - 8) for code in codes]
    return np.array(found)


def normed(x, names, name):
    spread = np.sqrt(((x - x.mean()) ** 2).mean() + 1e-12)
    return (x - x.mean()) / spread * parameter(names, f"{name}.weight") + parameter(names, f"{name}.bias")


def linear(x, names, name):
    return parameter(names, f"{name}.weight") @ x + parameter(names, f"{name}.bias")


def attended(rows):
    size = SIZE // HEADS
    found = np.zeros((len(rows), SIZE))
    for head in range(HEADS):
        q, k, v = (slice(part * SIZE + head * size, part * SIZE + (head + 1) * size) for part in range(3))
        for place, row in enumerate(rows):
            weights = np.array([math.exp(row[q] @ other[k] / math.sqrt(size)) for other in rows])
            mean = sum(w * other[v] for w, other in zip(weights / weights.sum(), rows, strict=True))
            found[place, head * size : (head + 1) * size] = mean
    return found


def gelu(x):
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


def slow(arrays, pieces, start):
    words, names = arrays
    rows = [word_vector(words, piece) for piece in pieces]
    rows[0] = rows[0] + start
    rows = [normed(row + parameter(names, "places.weight")[place], names, "norm") for place, row in enumerate(rows)]
    for number in range(LAYERS):
        name = f"layers.{number}"
        mixed = attended([linear(row, names, f"{name}.attention") for row in rows])
        rows = [
            normed(linear(new, names, f"{name}.out") + row, names, f"{name}.out_norm")
            for row, new in zip(rows, mixed, strict=True)
        ]
        rows = [
            normed(
                linear(gelu(linear(row, names, f"{name}.wide")), names, f"{name}.narrow") + row, names, f"{name}.norm"
            )
            for row in rows
        ]
    return np.array(rows)


def test_forward_pass_equals_slow_reference(encoder, arrays):
    start = np.linspace(-0.1, 0.1, SIZE, dtype=np.float32)
    sequences = [[0, 7, 9, 2], [0, 12, 2], [0, 7, 7, 30, 3, 2], [0, 20, 9, 2]]
    for sequence, rows in zip(sequences, encoder.read(sequences, start), strict=True):
        np.testing.assert_allclose(rows, slow(arrays, sequence, start), atol=2e-4)


def test_batches_change_nothing(encoder):
    sequences = [[0, *range(4, 4 + length), 2] for length in (1, 3, 3, 9, 2)] * 300
    alone = [encoder.read([one])[0] for one in sequences[:5]]
    for rows, wanted in zip(encoder.read(sequences), alone * 300, strict=True):
        np.testing.assert_allclose(rows, wanted, atol=1e-4)


def test_no_sequence_gives_no_rows(encoder):
    assert encoder.read([]) == []


@pytest.mark.parametrize("missing", ["places.weight.codes", "layers.1.out.weight.codes", "norm.bias"])
def test_missing_array_is_refused(arrays, missing):
    words, names = arrays
    table = WordTable(words["scales"], words["codes"])
    with pytest.raises(ValueError, match="no encoder"):
        Encoder.from_arrays(table, {name: array for name, array in names.items() if name != missing})


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("codes", np.zeros((3, 3), np.int8)),
        ("codes", np.zeros(9, np.int8)),
        ("codes", np.zeros((SIZE, SIZE), np.float32)),
        ("scale", np.ones((2, 1), np.float32)),
    ],
)
def test_array_of_another_shape_is_refused(arrays, name, array):
    words, names = arrays
    table = WordTable(words["scales"], words["codes"])
    with pytest.raises(ValueError, match="another shape"):
        Encoder.from_arrays(table, {**names, f"layers.0.out.weight.{name}": array})
