"""Words on banners are claims of the people who hold them; a figure set against another is a claim, too."""

import pytest

from annotator.model.values import Document, new_id
from annotator.suggest.claims.claim_source import ClaimSource
from annotator.suggest.sources.source import never
from annotator.text.normalization import fingerprint
from tests.annotator.suggest.claims.read import claims
from tests.annotator.suggest.claims.test_passages import marked


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Vor dem Rathaus hielten Anhänger ein Banner hoch, auf dem stand: „Finger weg vom Stadtwald“.",
            "de",
            ("Finger weg vom Stadtwald", "stand", "Anhänger"),
        ),
        (
            "Klaus Berg trug ein Pappschild, auf dem zu lesen war: „Lasst die Linden stehen!“",
            "de",
            ("Lasst die Linden stehen!", "zu lesen war", "Klaus Berg"),
        ),
        (
            "Gegner der Umgehungsstraße schwenkten Plakate, auf denen stand: Kein Meter Asphalt mehr.",
            "de",
            ("Kein Meter Asphalt mehr", "stand", "Gegner der Umgehungsstraße"),
        ),
        (
            "Rund 200 Demonstranten zogen durch die Altstadt. Auf Plakaten stand: „Wir brauchen unser Freibad“.",
            "de",
            ("Wir brauchen unser Freibad", "stand", "Rund 200 Demonstranten"),
        ),
        (
            "„Es reicht“, rief Eva Roth, während Anhänger ein Transparent hochhielten, auf dem stand: „Bleib bei uns“.",
            "de",
            ("Bleib bei uns", "stand", "Anhänger"),
        ),
        (
            "Outside the depot, supporters held up a banner that read: “Keep the night bus running”.",
            "en",
            ("Keep the night bus running", "read", "supporters"),
        ),
        (
            "Friends of the line held up a banner that read “Keep the night bus running”.",
            "en",
            ("Keep the night bus running", "read", "Friends of the line"),
        ),
        (
            "Ann Lee carried a placard reading “Our library is not for sale”.",
            "en",
            ("Our library is not for sale", "reading", "Ann Lee"),
        ),
        (
            "Dozens of tenants marched past the bank. Placards read: “Fix our lifts now”.",
            "en",
            ("Fix our lifts now", "read", "Dozens of tenants"),
        ),
    ],
)
def test_words_on_banner_are_claim_of_its_holders(text, language, expected):
    assert expected in claims(text, language)


def test_words_on_a_shop_sign_are_nobodys_banner():
    german = "Klaus Berg kam zu spät. Auf dem Schild stand: „Wegen Umbau geschlossen“."
    english = "Ann Lee came late. The sign on the door read: “Closed for repairs”."
    assert "Klaus Berg" not in [who for _, _, who in claims(german, "de")]
    assert "Ann Lee" not in [who for _, _, who in claims(english, "en")]


def suggested(line, language):
    """Return the words, the claimant and the type of fact of each suggested claim."""
    text, names = marked(line)
    document = Document(id=new_id(), title="", text=text, sha256=fingerprint(text), language=language)
    return [
        (
            " | ".join(text[start:end] for start, end in each.parts),
            next((text[slice(*r.parts[0])] for r in each.relations if r.label == "claimant"), None),
            each.attributes.get("fact_type"),
        )
        for each in ClaimSource(language=language, names=names, unnamed=True).suggest(document, never)
    ]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Der Verband kommt dagegen auf 610 Euro im Monat.", "de", ("610 Euro im Monat", "Der Verband", "quantity")),
        (
            "Dagegen kommt die Gewerkschaft auf rund 480 Fälle.",
            "de",
            ("rund 480 Fälle", "die Gewerkschaft", "quantity"),
        ),
        ("Auf 610 Euro kommt dagegen der Verband.", "de", ("610 Euro", "der Verband", "quantity")),
        ("Die Veranstalter kamen jedoch auf 3.000.", "de", ("3.000", "Die Veranstalter", "quantity")),
        (
            "Laut {Eva Roth} kostet der Umbau 4 Millionen Euro. <Nordwerk> kommt aber auf 7 Millionen Euro.",
            "de",
            ("7 Millionen Euro", "Nordwerk", "quantity"),
        ),
        ("The union puts the figure at 610.", "en", ("the figure at 610", "The union", "quantity")),
        ("The union, however, put it at 1,200.", "en", ("it at 1,200", "The union", "quantity")),
    ],
)
def test_figure_set_against_another_is_a_number_of_its_claimant(line, language, expected):
    assert expected in suggested(line, language)


@pytest.mark.parametrize(
    "line",
    [
        "Laut einer Umfrage liegt die <Mitte> bei 30 Prozent. Die <Neue Linie> kommt dagegen auf 12 Prozent.",
        "Der <FC Auental> kommt dagegen auf 31 Punkte.",
        "Das Auto kommt dagegen auf 180 Stundenkilometer.",
        "<Nordwerk> kam dagegen auf 3 Milliarden Euro Umsatz.",
        "{Eva Roth} kommt aber auf Platz 3.",
    ],
)
def test_what_somebody_reaches_is_no_claim(line):
    assert not [each for each in suggested(line, "de") if each[0][:1].isdigit()]
