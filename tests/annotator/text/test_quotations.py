import pytest

from annotator.text.quotations import is_speech, quotations
from tests.annotator.suggest.claims.read import claims


def inside(text, *, opened=""):
    found, goes_on = quotations(text, 0, len(text), opened=opened)
    return [text[slice(*each.inner)] for each in found], goes_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagt: „Das ‚gute‘ Jahr 😀.“ Sie nickt.", ["Das ‚gute‘ Jahr 😀."]),
        ("»Ja«, sagt sie. «Nein», sagt er. ›So‹", ["Ja", "Nein", "So"]),
        ("“It’s ‘fine’,” he said. \"Two\" 'x'", ["It’s ‘fine’,", "Two"]),
        ("‘It’s mine,’ Mr Lee’s son said.", ["It’s mine,"]),
        ("'The town's poor. The players' wages rose,' she said.", ["The town's poor. The players' wages rose,"]),
        ("‘The firms’ fault,’ he said. ‘They know.’", ["The firms’ fault,", "They know."]),
        ("The clubs' owners say the '90s were better than the players' union.", []),
        ("\"They 'forgot to' pay,\" he said.", ["They 'forgot to' pay,"]),
        ("'He said \"no\" to us,' she said.", ['He said "no" to us,']),
        ('Ein 5" langes Rohr und 3" mehr', []),
    ],
)
def test_quotation_marks_and_nesting(text, expected):
    assert inside(text) == (expected, "")


def test_open_quotation_needs_mark_in_next_paragraph():
    text = "“First part.\n“Second part,” he said."
    first, _, second = text.partition("\n")
    found, goes_on = quotations(text, 0, len(first))
    assert ([text[slice(*each.inner)] for each in found], goes_on) == (["First part."], "“")
    found, goes_on = quotations(text, len(first) + 1, len(text), opened="“")
    assert ([text[slice(*each.inner)] for each in found], goes_on) == (["Second part,"], "")
    assert second
    assert inside("„Offen bis zum Ende")[0] == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "„Wir warten seit Mai. ||| Jetzt reicht es uns“, sagte Eva Roth.",
            "de",
            [("Wir warten seit Mai", "sagte", "Eva Roth"), ("Jetzt reicht es uns", "sagte", "Eva Roth")],
        ),
        (
            "Klaus Berg sagte: „Wir warten. ||| Jetzt reicht es uns.“ ||| Es regnet.",
            "de",
            [("Wir warten", "sagte", "Klaus Berg"), ("Jetzt reicht es uns", "sagte", "Klaus Berg")],
        ),
        (
            '"We waited in May. ||| "It was too late," said Ann Lee.',
            "en",
            [("We waited in May", "said", "Ann Lee"), ("It was too late", "said", "Ann Lee")],
        ),
        (
            "„Das ist es. ||| Es regnet. ||| „Es ist kalt“, sagte Eva Roth.",
            "de",
            [("Es ist kalt", "sagte", "Eva Roth")],
        ),
        (
            "Ann Lee said: “It is late.” ||| “We waited. It leaks and stinks,” said Tom Hale.",
            "en",
            [
                ("It is late", "said", "Ann Lee"),
                ("We waited", "said", "Tom Hale"),
                ("It leaks and stinks", "said", "Tom Hale"),
            ],
        ),
        (
            "Ann Lee said: “It is late.” ||| “We waited. It leaks,” and the rain fell.",
            "en",
            [("It is late", "said", "Ann Lee"), ("We waited", "said", "Ann Lee")],
        ),
        (
            "Ann Lee said: “It is late.” ||| – “We waited. It leaks and stinks,” said Tom Hale.",
            "en",
            [
                ("It is late", "said", "Ann Lee"),
                ("We waited", "said", "Tom Hale"),
                ("It leaks and stinks", "said", "Tom Hale"),
            ],
        ),
    ],
)
def test_long_quotation_belongs_to_whoever_is_named(text, language, expected):
    assert claims(text.replace(" ||| ", "\n\n"), language) == expected


def test_mark_of_short_quotation_never_spans_paragraphs():
    first, rest = "‘Tis the season.", "\n\nThe workers’ pay fell."
    assert quotations(first + rest, 0, len(first)) == ([], "")


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
