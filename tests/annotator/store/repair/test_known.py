"""Additions to the schema by a repair, also of a hostile file."""

from hashlib import sha256

import pytest

from annotator.model import schema_file
from annotator.model.values import ENTITIES
from annotator.store.repair.known import Known
from annotator.store.repair.mending import restored


@pytest.fixture
def known():
    return Known(schema_file.load(schema_file.DEFAULT), ["anna"])


def label(number):
    return {"layer": ENTITIES, "label": f"{number:b}x", "attributes": "{}"}


def test_thousands_of_unknown_labels_share_one(known):
    had = len(known.schema.labels)
    admitted = [label(number) for number in range(3_000)]
    told = [known.admit("span", row) for row in admitted]
    assert all(each[0].why == "added_to_schema" for each in told)
    assert had + 1_000 < len(known.schema.labels) < had + 1_010
    assert {known.count_unknown("span", "label", row) for row in admitted} == {0}
    assert schema_file.loads(schema_file.dumps(known.schema), name="") == known.schema


@pytest.mark.parametrize(
    ("layer", "strange"), [("entities", 0), ("claims.stance", 0), ("document.topic", 0), ("documenu.topic", 1)]
)
def test_questions_about_whole_articles_are_known(known, layer, strange):
    assert known.count_unknown("settled", "layer", {"layer": layer}) == strange


def test_hash_of_bytes_that_are_not_text_restores_nothing():
    text = "Köln"
    content = bytearray(text.encode())
    content[2] ^= 0x80
    assert restored(text, sha256(content).hexdigest()) is None
