"""What others are reported to say within somebody's words: both sources have their claim."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked


def spoken(line, language):
    """Return the words and the claimant of each claim."""
    text, names = marked(line)
    return [
        (
            " | ".join(text[slice(*part)] for part in one.parts),
            text[slice(*one.speaker.part)] if one.speaker.part is not None else None,
        )
        for one in find(text, language, names, never)
    ]


@pytest.mark.parametrize(
    ("line", "language", "outer", "inner"),
    [
        (
            "Bäcker {Ralf Hein} schimpft, man habe den Kunden versichert, dass das Mehl reiche.",
            "de",
            "Ralf Hein",
            ("das Mehl reiche", None),
        ),
        (
            "Im Dorf habe es geheißen, das Eis trage, erzählte {Beat Sutter}.",
            "de",
            "Beat Sutter",
            ("das Eis trage", None),
        ),
        (
            "{Ott} sagt, die Bank habe ihm Kredit versprochen, jetzt heiße es, er sei zu alt.",
            "de",
            "Ott",
            ("er sei zu alt", None),
        ),
        (
            "{Ott} sagt, ihm sei zugesichert worden, dass die Mühle bleibe.",
            "de",
            "Ott",
            ("die Mühle bleibe", None),
        ),
        (
            "{Ott} klagt, man habe ihm einen Platz am Fenster versprochen.",
            "de",
            "Ott",
            ("einen Platz am Fenster", None),
        ),
        (
            "„Manche Kunden denken, Käse wächst am Baum“, sagte {Jan Ott}.",
            "de",
            "Jan Ott",
            ("Käse wächst am Baum", "Manche Kunden"),
        ),
        ("„Viele glauben, dass Bienen schlafen“, sagte {Jan Ott}.", "de", "Jan Ott", ("Bienen schlafen", "Viele")),
        (
            "{Kent} claimed the firm had told residents that the pipes were safe.",
            "en",
            "Kent",
            ("the pipes were safe", "the firm"),
        ),
        (
            "{Kent} claimed the firm had told the board it was insolvent.",
            "en",
            "Kent",
            ("it was insolvent", "the firm"),
        ),
        ("{Kent} said she had been told that the pies were fresh.", "en", "Kent", ("the pies were fresh", None)),
        (
            "{Kent} said she had been promised by the firm that the pies were fresh.",
            "en",
            "Kent",
            ("the pies were fresh", "the firm"),
        ),
        (
            "“Some people think pies grow on trees,” {Kent} said.",
            "en",
            "Kent",
            ("pies grow on trees", "Some people"),
        ),
        ("“Most say the soup was cold,” said {Kent}.", "en", "Kent", ("the soup was cold", "Most")),
        ("“They told us it was the wind,” {Kent} said.", "en", "Kent", ("it was the wind", "They")),
        (
            "“They kept telling us it would be ten more minutes,” {Kent} said.",
            "en",
            "Kent",
            ("it would be ten more minutes", "They"),
        ),
        (
            "„Sie haben uns gesagt, das Brot sei frisch“, sagte {Jan Ott}.",
            "de",
            "Jan Ott",
            ("das Brot sei frisch", "Sie"),
        ),
        (
            "„Man hat uns versprochen, dass es warm wird“, sagte {Jan Ott}.",
            "de",
            "Jan Ott",
            ("es warm wird", None),
        ),
    ],
)
def test_source_inside_a_source_has_its_own_claim(line, language, outer, inner):
    found = spoken(line, language)
    assert inner in found
    assert [who for words, who in found if inner[0] in words and words != inner[0]] == [outer]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("{Ott} sagt, man habe ihm nichts gesagt.", "de"),
        ("„Viele glauben daran“, sagte {Jan Ott}.", "de"),
        ("Die Köchin sagte, man habe gelacht.", "de"),
        ("{Kent} said the firm had told her to leave.", "en"),
        ("{Kent} said many had told stories about the pies.", "en"),
        ("“Some people think so,” {Kent} said.", "en"),
        ("“They said no and she left,” {Kent} said.", "en"),
    ],
)
def test_words_without_inner_speech_have_one_claim(line, language):
    assert len(spoken(line, language)) == 1
