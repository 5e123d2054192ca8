import pytest

from annotator.suggest.claims.engine import is_speech, quotations


def inside(text, *, opened=False):
    found, goes_on = quotations(text, 0, len(text), opened=opened)
    return [text[slice(*each.inner)] for each in found], goes_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagt: „Das ‚gute‘ Jahr 😀.“ Sie nickt.", ["Das ‚gute‘ Jahr 😀."]),
        ("»Ja«, sagt sie. «Nein», sagt er. ›So‹", ["Ja", "Nein", "So"]),
        ("“It’s ‘fine’,” he said. \"Two\" 'x'", ["It’s ‘fine’,", "Two"]),
        ("‘It’s mine,’ Mr Lee’s son said.", ["It’s mine,"]),
        ('Ein 5" langes Rohr und 3" mehr', []),
    ],
)
def test_quotation_marks_and_nesting(text, expected):
    assert inside(text) == (expected, False)


def test_open_quotation_needs_mark_in_next_paragraph():
    text = "“First part.\n“Second part,” he said."
    first, _, second = text.partition("\n")
    found, goes_on = quotations(text, 0, len(first))
    assert ([text[slice(*each.inner)] for each in found], goes_on) == (["First part."], True)
    found, goes_on = quotations(text, len(first) + 1, len(text), opened=True)
    assert ([text[slice(*each.inner)] for each in found], goes_on) == (["Second part,"], False)
    assert second
    assert inside("„Offen bis zum Ende")[0] == []


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("„Das ist so“, sagte er.", True),
        ("Er sagte: „Das ist so.“", True),
        ("“We lost everything.”", True),
        ("Das Buch „Der lange Weg“ erscheint.", False),
        ("Er nannte es „einen schweren Schlag für alle“ und ging.", False),
        ("„Bravo“, rief er.", False),
    ],
)
def test_scare_quotes_and_titles_are_not_speech(text, speech):
    ((found,), _) = quotations(text, 0, len(text))
    assert is_speech(text, found, 0, len(text)) is speech
