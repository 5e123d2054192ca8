from dataclasses import replace

import pytest

from annotator.corpus.article import Draft
from annotator.corpus.describe import finish
from annotator.system.errors import TextError

TEXT = "Ein Rathaus ohne Treppe\r\n\r\nVon Jana Berg, 09.03.2026\r\n\r\nDie Stadt will ihr Rathaus ins Netz verlegen."


def test_file_metadata_outranks_text_unless_guessed():
    said = Draft(text=TEXT, author="Ole Kant", published="2026-01-01")
    known = finish(replace(said, title="Anders"), name="a.csv")
    assert (known.title, known.author, known.published) == ("Anders", "Ole Kant", "2026-01-01")
    guessed = finish(replace(said, guessed=True), name="a.pdf")
    assert (guessed.title, guessed.author, guessed.published) == ("Ein Rathaus ohne Treppe", "Jana Berg", "2026-03-09")


def test_stated_language_counts_for_short_texts_only():
    long = "Die Stadt Wiesenau will ihr Rathaus bis zum Herbst ins Netz verlegen, sagte die Bürgermeisterin. " * 4
    assert finish(Draft(text=long, language="en"), name="a").language == "de"
    assert finish(Draft(text="Kurz", language="en"), name="a").language == "en"


def test_file_place_and_external_id_are_kept():
    made = finish(Draft(text=TEXT, place="12", id="x-7"), name="a.csv")
    assert made.name == "a.csv, 12"
    assert made.meta == {"file": "a.csv", "place": "12", "external_id": "x-7"}
    assert "\r" not in made.text


def test_too_large_text_is_refused():
    with pytest.raises(TextError, match=r"a\.json is 21\.0 MB"):
        finish(Draft(text="a" * 21_000_000), name="a.json")
