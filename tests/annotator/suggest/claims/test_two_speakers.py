"""Cue and claimant of two main clauses joined by “and” are not mixed up."""

import pytest

from tests.annotator.suggest.claims.read import claims

MET = "Ann Lee met Tom Hale on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She had warned that the roof was rotten, and he told her it would be mended by May.",
            [("the roof was rotten", "warned", "Ann Lee"), ("it would be mended by May", "told", "Tom Hale")],
        ),
        (
            "She had warned that the roof was rotten, and he told her about the costs.",
            [("the roof was rotten", "warned", "Ann Lee")],
        ),
        (
            "She had warned of a rotten roof, and he told her to call the council.",
            [("a rotten roof", "warned", "Ann Lee"), ("her to call the council", "told", "Tom Hale")],
        ),
        (
            "She had grown tired of the leak, but he told her to be patient.",
            [("her to be patient", "told", "Tom Hale")],
        ),
        ("The roof had been rotten for years, and he told her in May.", []),
        (
            "The roof had been rotten for years, he told her.",
            [("The roof had been rotten for years", "told", "Tom Hale")],
        ),
    ],
)
def test_second_speaker_does_not_say_what_the_first_does(text, expected):
    assert claims(MET + text, "en") == expected
