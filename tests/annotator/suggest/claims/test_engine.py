from dataclasses import replace

import pytest

from annotator.model.values import Document
from annotator.suggest.claims.claim_source import ClaimSource
from annotator.suggest.claims.engine import after_dateline, find
from annotator.suggest.claims.frame_values import INFO, Name
from annotator.suggest.sources.source import never
from annotator.text.normalization import fingerprint
from annotator.text.parts import Cover
from tests.annotator.suggest.claims.read import claims, found_claims


def test_other_languages_have_no_claims():
    assert find("Le maire a dit : « Non. »", "other", (), never) == []


def test_only_sure_subjunctive_counts_after_an_indicative():
    text = "Die Halle sei marode, sagte Klaus Berg.\n\nEs regnet. Man würde gern bauen.\n\nDas Land müsse zahlen."
    assert claims(text, "de")[1:] == [("Das Land müsse zahlen", None, "Klaus Berg")]


def test_quotation_over_two_paragraphs():
    text = "“We lost it all,” said Tom Hale.\n“We start again.”"
    assert claims(text, "en")[0] == ("We lost it all", "said", "Tom Hale")


def test_claims_are_in_order_without_repeats():
    text = "Klaus Berg sagte, es brenne. Laut Polizei wurde niemand verletzt. " * 3
    places = [each.parts[0][0] for each in find(text, "de", (), never)]
    assert places == sorted(places)
    assert len(places) == 6


def test_find_stops_between_paragraphs():
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 2

    text = "\n".join(["Klaus Berg sagte, dass es brenne."] * 5)
    assert len(find(text, "de", (), cancelled)) == 2


def test_thousands_of_marks_take_linear_time():
    text = "„Ja, so“, sagte er. " * 5_000 + "\n" + "„" * 50_000 + "\n" + "Laut , " * 20_000
    assert found_claims(text, "de")


@pytest.mark.parametrize(
    ("dateline", "language", "rest"),
    [
        ("BERLIN (dpa) - ", "de", "Die Regierung will die Steuern senken. Das Vorhaben soll 3 Milliarden kosten."),
        ("Berlin (dpa/lno) – ", "de", "Das Vorhaben soll 3 Milliarden Euro kosten."),
        ("Berlin, 9. März 2026. ", "de", "Das Vorhaben soll 3 Milliarden Euro kosten."),
        ("BERLIN — ", "en", "It said the plan would fail. It plans to spend 4 billion."),
        ("BERLIN, March 9 (Reuters) - ", "en", "It said the plan would fail. It plans to spend 4 billion."),
    ],
)
def test_dateline_is_not_a_claimant(dateline, language, rest):
    text = dateline + rest
    place = dateline[:6]
    filed = [Name(0, 6, "LOC")]
    if "Reuters" in text:
        filed.append(Name(text.index("Reuters"), text.index("Reuters") + 7, "ORG"))
    found = find(text, language, filed, never)
    assert found
    assert all(one.speaker.part is None or one.speaker.part[0] >= len(dateline) for one in found), place
    assert all(start >= len(dateline) for one in found for start, _ in one.parts)


def test_place_named_again_may_speak():
    text = "WEIFANG (dpa) - Weifang will 300 Wohnungen bauen."
    (one,) = find(text, "de", [Name(0, 7, "LOC"), Name(16, 23, "LOC")], never)
    assert one.speaker.part == (16, 23)


@pytest.mark.parametrize("byline", ["Von Klaus Berg", "By Klaus Berg, London", "Von Klaus Berg und Eva Roth, 9.3.2026"])
def test_byline_is_not_a_claimant(byline):
    text = f"{byline}\n\nDas Vorhaben soll 3 Milliarden Euro kosten."
    start = text.index("Klaus Berg")
    (one,) = find(text, "de", [Name(start, start + len("Klaus Berg"), "PER")], never)
    assert one.speaker.part is None


@pytest.mark.parametrize(
    "text",
    [
        "Von Berlin will niemand reden.",
        "By Monday, it said, all was over.",
        "Der Verband (BSW) – einer der größten – will klagen.",
        "NABU – der Naturschutzbund – will klagen.",
        "Klaus Berg (SPD) – er ist Bürgermeister – will bauen.",
        "Berlin will 300 Wohnungen bauen.",
        "Am 9. März 2026. Ende.",
        "Berlin, Hamburg und Bremen wollen klagen.",
    ],
)
def test_no_dateline(text):
    assert after_dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize("time", ["16:40 Uhr: ", "+++ 16:40 Uhr: ", "8 Uhr – ", "12.40pm: ", "7 a.m. - ", "09:15 | "])
def test_time_of_a_ticker_is_no_claim(time):
    assert after_dateline(f"{time}The gates are shut.", 0, 40) == len(time)


@pytest.mark.parametrize("text", ["8 Uhren: drei davon", "12 Menschen", "3:1 – so endete es", "20.15 Euro: viel Geld"])
def test_number_is_no_time_of_a_ticker(text):
    assert after_dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize("text", ["Ann Lee thinks … .", "More for him I think ."])
def test_thought_without_words_is_no_claim(text):
    assert find(text, "en", [], never) == []


DATES = [
    "Published 14 September 2025",
    "Last updated 3 May 2026 at 10:15",
    "First published on Sunday 3 May 2026, 10.15am",
    "May 3, 2026",
    "Stand: 12. Oktober 2026, 14:22 Uhr",
    "Veröffentlicht am 3. Mai 2026",
    "Aktualisiert: 12.10.2026, 8 Uhr",
    "Sonntag, 3. Mai 2026",
]


@pytest.mark.parametrize("line", DATES)
def test_line_with_only_a_date_is_never_worth_checking(line):
    text = f"{line}\n\nThe council bought 40 new buses for 12 million euros."
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="en")
    source = ClaimSource(info=replace(INFO, share=100), language="en", names=())
    worth = source._worth(document, Cover())
    assert not worth.touches(0, len(line))
    assert worth.touches(len(line) + 2, len(text))


@pytest.mark.parametrize(
    "line", ["Published figures of 2025 show a fall", "It opened on 3 May 2026", "Der Stand von 2026: 60 Prozent"]
)
def test_sentence_with_a_date_is_read(line):
    assert after_dateline(line, 0, len(line)) == 0
