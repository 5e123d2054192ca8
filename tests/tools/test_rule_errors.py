"""The list of what the rules get wrong in marked articles."""

from annotator.suggest.claims.frame_values import Name
from tools.models.claim_reader import written
from tools.models.claim_reader.rule_errors import of_article

MARKED = """A day in town

Ann Lee came. ⟦1 The pool leaks⟧, she said. The pool, as everybody knows, ⟦2 is old⟧. ⟦3 It rains⟧, Tom Hale said.
===
1 | Ann Lee | she | said | fact | indirect | affirms
2 | unnamed: everybody | - | knows | fact | indirect | affirms
3 | Ann Lee | - | said | fact | indirect | affirms
"""


def test_missed_claims_and_wrong_claimants_are_told_apart():
    article = written.article("en", MARKED)
    names = [
        Name(article.text.index(name), article.text.index(name) + len(name), "PER") for name in ("Ann Lee", "Tom Hale")
    ]
    first, second, third = of_article("a 1", article, names)
    assert (first.cue, first.is_right) == ("said", True)
    assert second.found is None
    assert third.found is not None
    assert not third.is_right
