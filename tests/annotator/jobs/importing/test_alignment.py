import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.jobs.importing.near_versions import Alignment, Carried

BEFORE = "Die Stadt Köln 🎈 spart. Petra Müller sagte am Montag, das Rathaus koste zwei Millionen Euro."
AFTER = "Neu: Die Stadt Köln 🎈 spart nicht. Frau Petra Müller sagte, das Rathaus koste drei Millionen Euro."


def carried(words, part=None, before=BEFORE, after=AFTER):
    start = before.index(words)
    inside = words.index(part) if part else 0
    found = Alignment(before, after).carried(start + inside, start + inside + len(part or words))
    return None if found is None else (after[found.start : found.end], found.changed)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Köln", ("Köln", False)),
        ("Köln 🎈 spart", ("Köln 🎈 spart", False)),
        ("Petra Müller", ("Petra Müller", False)),
        ("das Rathaus koste zwei Millionen Euro", ("das Rathaus koste drei Millionen Euro", True)),
        ("Petra Müller sagte am Montag, das Rathaus", ("Petra Müller sagte, das Rathaus", True)),
        ("am Montag", None),
        ("zwei Millionen", None),
    ],
)
def test_carried_range_reports_changes(words, found):
    assert carried(words) == found


def test_edge_inside_word_keeps_its_distance():
    assert carried("Rathaus", "haus") == ("haus", False)
    assert carried("Rathaus", "Rat") == ("Rat", False)


def test_white_space_is_not_carried():
    assert Alignment("a  b", "a  b").carried(1, 3) is None
    assert Alignment("", "").carried(0, 0) is None


def test_very_different_texts_align_only_at_the_ends():
    middle = [" ".join(f"{letter}{n}" for n in range(5000)) for letter in "xy"]
    one, two = (f"Anfang {words} Köln Ende" for words in middle)
    assert carried("Köln", before=one, after=two) == ("Köln", False)
    assert carried("x17", before=one, after=two) is None


@given(st.text("ab .ü🎈\n", max_size=60))
def test_text_aligned_with_itself(text):
    alignment = Alignment(text, text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 8) + 1):
            stretch = text[start:end]
            if stretch == stretch.strip():
                assert alignment.carried(start, end) == Carried(start=start, end=end, changed=False)
