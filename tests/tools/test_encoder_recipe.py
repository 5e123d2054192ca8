"""How the recipe of the encoder combines two models."""

import numpy as np

from tools.models.encoder import scoring
from tools.models.encoder.corpus import LABELS, Sentence, Text
from tools.models.encoder.stacking import Read, cross_validated, fitted, mean

WORDS = ["Köln", "wirbt", "Siemens", "😀"]
RIGHT = ["B-LOC", "O", "B-ORG", "O"]
OWN = ["B-ORG", "O", "B-ORG", "B-PER"]  # takes places for organisations, and signs for persons
OTHER = ["B-ORG", "O", "O", "B-PER"]  # only the two together tell organisations from places


def text(style="germeval", labels=RIGHT):
    starts = [0, 5, 11, 19]
    sentence = Sentence(WORDS, starts, [True] * len(WORDS), labels)
    names = [
        (start, start + len(word), label[2:])
        for start, word, label in zip(starts, WORDS, labels, strict=True)
        if label != "O"
    ]
    return Text("choice", style, " ".join(WORDS), names, [sentence])


def chances(labels):
    rows = np.full((len(labels), len(LABELS)), 0.4 / (len(LABELS) - 1), np.float32)
    for row, label in zip(rows, labels, strict=True):
        row[LABELS.index(label)] = 0.6
    return [np.log(rows)]


def read(texts, own=OWN, other=OTHER):
    return Read(texts, [chances(own)] * len(texts), [chances(other)] * len(texts))


def f1(texts, combination):
    return scoring.score(texts.texts, texts.both(combination))["f"]


def test_fit_beats_every_mean_of_systematic_errors():
    texts = read([text()] * 1_500)
    assert max(f1(texts, mean(share)) for share in np.linspace(0, 1, 11)) < 80
    assert f1(texts, fitted([texts])) == 100


def test_few_texts_leave_the_mean():
    combination = fitted([read([text()])])
    assert np.abs(combination.weights - mean(0.4).weights).max() < 0.01


def test_word_may_be_misc_where_misc_is_not_annotated():
    as_misc = {"own": ["B-LOC", "O", "B-ORG", "B-MISC"], "other": ["B-LOC", "O", "B-ORG", "B-MISC"]}
    (sure, partial) = (fitted([read([text(style)] * 1_500, **as_misc)]) for style in ("germeval", "smartdata"))
    place = LABELS.index("B-MISC")
    misc = [np.exp(read([text()], **as_misc).both(one)[0][0][3, place]) for one in (sure, partial)]
    assert misc[0] < 0.3 < misc[1]


def test_cross_validation_keeps_order_and_ignores_held_out_texts():
    wrong = text(labels=["O", "O", "O", "O"])
    texts = read([wrong if number % 5 == 2 else text() for number in range(2_000)])
    found = cross_validated({"de": texts, "en": read([text()])}, "de")
    rest = read([text()] * 1_600)
    assert len(found) == 2_000
    np.testing.assert_allclose(found[2][0], rest.both(fitted([rest, read([text()])]))[0][0], atol=1e-3)
