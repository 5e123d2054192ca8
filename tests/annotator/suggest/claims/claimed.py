"""Who is found to claim what in an invented text."""

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Rule
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked

AUTHOR, NOBODY = "the author", "nobody"


def claimants(line, language, headline="Headline"):
    """Return the words and the claimant of each claim in a text with a headline."""
    text, names = marked(f"{headline} ||| {line}".replace(" ||| ", "\n\n"))
    return [
        (" | ".join(text[slice(*part)] for part in one.parts), _claimant(text, one))
        for one in find(text, language, names, never)
    ]


def _claimant(text, one):
    if one.rule is Rule.AUTHOR:
        return AUTHOR
    return NOBODY if one.speaker.part is None else text[slice(*one.speaker.part)]


def is_claimed(line, language, words, claimant):
    return any(words in said and who == claimant for said, who in claimants(line, language))
