"""Learning to find claims: the role that each word of a sentence is taught to have."""

from annotator.suggest.claims.by_meaning.finder import CLAIM, CLAIMANT, CUE, OTHER
from annotator.suggest.claims.by_meaning.states import words_of
from tools.models.claim_finder import roles_of
from tools.models.claim_kinds import Row

TEXT = "Eva Roth sagte am Montag, der Zug komme."


def test_words_get_the_role_that_a_claim_gives_them():
    place = TEXT.index("der Zug"), TEXT.index(".")
    row = Row("a", "fact_claim", (place,), (9, 14), (), 1.0, ((0, 8),))
    roles = roles_of(words_of(TEXT), [row])
    assert roles.tolist() == [CLAIMANT, CLAIMANT, CUE, OTHER, OTHER, OTHER, CLAIM, CLAIM, CLAIM, OTHER]
    assert roles_of(words_of(TEXT), []).tolist() == [OTHER] * 10


def test_words_of_a_claim_are_nothing_else():
    row = Row("a", "opinion", ((0, len(TEXT)),), (9, 14), (), 1.0, ((0, 8),))
    assert set(roles_of(words_of(TEXT), [row]).tolist()) == {CLAIM}
