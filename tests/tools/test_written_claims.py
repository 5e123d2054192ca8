"""Articles of our own writing with marked claims."""

from functools import cache

import pytest

from tools.models.claim_reader.written import Unclear, article, read

CONTENT = """Bäder in Not

⟦1 Der Betrieb⟧, sagte Jutta Reif, ⟦1 koste zu viel⟧. Sie hoffe, ⟦2 dass ⟦3 es⟧ gut gehe⟧. Reif ging.
===
1 | Jutta Reif | - | sagte | fact | indirect | affirms
2 | Jutta Reif | Sie | hoffe | opinion | indirect | unclear
3 | author | - | - | demand | - | affirms
"""


@cache
def shipped():
    return list(read())


def words(text, parts):
    return [text[start:end] for start, end in parts]


def test_marks_become_parts_of_claims():
    one = article("de", CONTENT)
    assert "⟦" not in one.text
    assert [words(one.text, claim.parts) for claim in one.claims] == [
        ["Der Betrieb", "koste zu viel"],
        ["dass es gut gehe"],
        ["es"],
    ]
    first, second, third = one.claims
    assert words(one.text, [first.cue]) == ["sagte"]
    assert words(one.text, [second.reference]) == ["Sie"]
    assert words(one.text, first.claimants) == ["Jutta Reif", "Reif", "Reif"]
    assert (third.who, third.claimants, third.cue) == ("author", (), None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("===\n", ""),
        ("⟦1 Der", "Der"),
        ("gehe⟧", "gehe"),
        ("3 | author | - | - | demand | - | affirms\n", ""),
        ("fact", "guess"),
        ("| Jutta Reif | -", "| Jutta Reiff | -"),
    ],
)
def test_unclear_marks_are_refused(old, new):
    with pytest.raises(Unclear):
        article("de", CONTENT.replace(old, new, 1))


def test_all_articles_can_be_read():
    assert len(shipped()) > 2_000
    assert {one.language for one in shipped()} == {"de", "en"}
    assert len({one.text for one in shipped()}) == len(shipped())


def test_claims_have_no_blank_at_their_edges():
    for one in shipped():
        for claim in one.claims:
            for part in words(one.text, claim.parts):
                assert part == part.strip() != "", part
                assert "\n" not in part
