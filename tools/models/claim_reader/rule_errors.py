"""List what the rules of claims get wrong in our own marked articles.

    python -m tools.models.claim_reader.rule_errors [--language en] [--cue told] [--claimants]

Without a cue, the output has the share of claims that are found, the share of these with the right claimant, and the
cues of which most claims are missed. With a cue, it has the missed claims themselves. With `--claimants`, the claims
whose claimant is wrong take the place of the missed ones. All 3,114 articles take half a minute. Rules are written with
these articles in sight, so the shares are lower in new ones.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Found, Name
from annotator.suggest.sources.source import never
from annotator.text.parts import shared
from tools.models.claim_reader import written
from tools.models.encoder import own_articles

_AROUND = 120  # characters before a claim that are printed
_MOST = 40  # rows


class Compared(NamedTuple):
    """A marked claim, and the claim that the rules found there; None if they missed it."""

    article: str
    language: str
    text: str
    claim: written.Claim
    found: Found | None

    @property
    def cue(self) -> str:
        """The marked cue in lower case, "-" without one."""
        return self.text[slice(*self.claim.cue)].lower() if self.claim.cue is not None else "-"

    @property
    def is_right(self) -> bool:
        """Whether the claimant that the rules chose is the marked one."""
        if self.found is None:
            return False
        name = self.found.speaker.name
        part = name[:2] if name is not None else self.found.speaker.part
        if part is None or not self.claim.claimants:
            return part is None and not self.claim.claimants
        return any(shared((part,), (place,)) for place in self.claim.claimants)


def compared(language: str | None = None) -> Iterator[Compared]:
    """Yield the marked claims of all articles, or of those in one language, with what the rules found."""
    names = {article.id: article.names for article, _ in own_articles.read()}
    for key, article in written.read_all():
        if language in {None, article.language}:
            yield from of_article(key, article, [Name(*name) for name in sorted(names.get(key, ()))])


def of_article(key: str, article: written.Article, names: list[Name]) -> Iterator[Compared]:
    """Yield the marked claims of an article, with what the rules found."""
    left = find(article.text, article.language, names, never)
    for claim in article.claims:
        same = (one for one in left if one.parts == claim.parts)
        touching = (one for one in left if shared(one.parts, claim.parts))
        one = next(same, None) or next(touching, None)
        if one is not None:
            left.remove(one)
        yield Compared(key, article.language, article.text, claim, one)


def main() -> None:
    """Print the figures, or the claims with a cue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("de", "en"), help="only articles in this language")
    parser.add_argument("--cue", help='only claims with this cue in lower case, "-" for those without one')
    parser.add_argument("--claimants", action="store_true", help="claims with a wrong claimant instead of missed ones")
    asked = parser.parse_args()
    every = list(compared(asked.language))
    wrong = [one for one in every if (one.found is not None if asked.claimants else one.found is None)]
    wrong = [one for one in wrong if not one.is_right]
    if asked.cue is None:
        found = [one for one in every if one.found is not None]
        right = sum(one.is_right for one in found) / len(found)
        print(f"{len(every):,} claims, {len(found) / len(every):.3f} found, claimant right in {right:.3f} of these")
        for cue, count in Counter(one.cue for one in wrong).most_common(_MOST):
            print(f"{count:5} {cue}")
        return
    for one in [each for each in wrong if each.cue == asked.cue][:_MOST]:
        print(_line(one))


def _line(one: Compared) -> str:
    start, end = one.claim.parts[0][0], one.claim.parts[-1][1]
    said = f"{one.text[max(0, start - _AROUND) : start]}[{one.text[start:end]}]".replace("\n", " ")
    if one.found is None or one.found.speaker.part is None:
        return f"{one.article}: …{said}"
    return f"{one.article}: …{said}\n    not {one.text[slice(*one.found.speaker.part)]}"


if __name__ == "__main__":
    main()
