"""Who makes a claim in an invented text with marked names, as strings."""

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Rule
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked

AUTHOR, NOBODY, NO_CLAIM = "the author", "nobody", "no claim"


def claimant_of(line, language, words):
    """Return who makes the claim that these words belong to.

    A name is in `{}` or `<>` in the result as in the line, to tell it from a phrase.
    """
    text, names = marked(line.replace(" ||| ", "\n\n"))
    place = text.index(words)
    for one in find(text, language, names, never):
        if any(start <= place < end for start, end in one.parts):
            if one.rule is Rule.AUTHOR or one.by_author:
                return AUTHOR
            if one.speaker.part is None:
                return NOBODY
            said = text[slice(*one.speaker.part)]
            name = one.speaker.name
            return said if name is None else f"{{{said}}}" if name.label == "PER" else f"<{said}>"
    return NO_CLAIM
