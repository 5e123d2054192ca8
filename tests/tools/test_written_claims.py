"""Articles of our own writing with marked claims, from which the reader of claims is trained."""

import random
from functools import cache

import pytest

from annotator.suggest.claims.by_meaning.reader import CLAIM, CLAIMANT, CUE, OTHER
from annotator.suggest.encoder.name_model import vocabulary
from tests.conftest import SHIPPED
from tools.models.claim_reader.examples import examples
from tools.models.claim_reader.variation import joined, renamed
from tools.models.claim_reader.written import FOLDER, LATE, LATER, Unclear, article, read

CONTENT = """Bäder in Not

⟦1 Der Betrieb⟧, sagte Jutta Reif, ⟦1 koste zu viel⟧. Sie hoffe, ⟦2 dass ⟦3 es⟧ gut gehe⟧. Reif ging.
===
1 | Jutta Reif | - | sagte | fact | indirect | affirms
2 | Jutta Reif | Sie | hoffe | opinion | indirect | unclear
3 | author | - | - | demand | - | affirms
"""


@cache
def shipped():
    return [*read(), *read(FOLDER / LATE), *read(FOLDER / LATER)]


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


def test_words_get_roles_and_claims_their_claimants():
    unigram, _ = vocabulary(SHIPPED[0])
    one = article("de", CONTENT)
    (example,) = examples(one, unigram)
    roles = dict(zip([one.text[a:b] for a, b in _words(one.text)], example.roles.tolist(), strict=True))
    assert [roles[word] for word in ("koste", "sagte", "Sie", "Bäder")] == [CLAIM, CUE, CLAIMANT, OTHER]
    first, _, third = example.claims
    assert first.claimant.sum() == 3
    assert third.claimant.tolist()[-2:] == [True, False]


def _words(text):
    from annotator.suggest.claims.by_meaning.windows import words_of

    return words_of(text).parts


def test_people_get_other_surnames_everywhere():
    one = article("de", CONTENT)
    other = renamed(one, ["Ahrendt-Ötker"], random.Random(1))
    assert "Reif" not in other.text
    assert other.text.count("Ahrendt-Ötker") == one.text.count("Reif")
    for before, after in zip(one.claims, other.claims, strict=True):
        assert words(other.text, after.parts) == words(one.text, before.parts)
        assert words(other.text, after.claimants) == [
            each.replace("Reif", "Ahrendt-Ötker") for each in words(one.text, before.claimants)
        ]


def test_words_of_another_article_come_before():
    unigram, _ = vocabulary(SHIPPED[0])
    (one,) = examples(article("de", CONTENT), unigram)
    (other,) = examples(
        article("de", CONTENT.replace("Reif", "Klar").replace("gehe⟧", "gehe⟧ " + "und mehr " * 20)), unigram
    )
    both = joined(one, other, random.Random(1))
    count = len(both.roles) - len(one.roles)
    assert 0 < count <= len(other.roles)
    assert both.fresh == count
    pieces = [both.window.pieces[head] for head in both.window.heads[count:]]
    assert pieces == [one.window.pieces[head] for head in one.window.heads]
    assert both.sentences[count - 1] < both.sentences[count]
    for claim, before in zip(both.claims, one.claims, strict=True):
        assert [n - count for n in claim.own] == list(before.own)
        assert claim.claimant[count:].tolist() == before.claimant.tolist()
        assert not claim.claimant[:count].any()


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
