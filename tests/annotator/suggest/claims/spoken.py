"""The claimants that the rules find in invented texts, as strings."""

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Rule
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked

AUTHOR, NOBODY, NO_CLAIM = "the author", "nobody", "no claim"


def claimant_of(line, language, words):
    """Return the claimant of the claim that holds these words.

    Names are marked in the result as in ``line``, `{}` for persons and `<>` for others; phrases are not.
    """
    text, names = marked(line)
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


def said_in(line, language):
    """Return words, claimant and kind of each claim of a line; several claimants are joined by " + "."""
    text, names = marked(line)
    return [
        (" | ".join(text[start:end] for start, end in one.parts), _who(text, one), str(one.kind))
        for one in find(text, language, names, never)
    ]


def said_below_headline(line, language):
    """Return what `said_in` returns for a line that stands below a headline."""
    headline = "Ein Tag in der Stadt" if language == "de" else "A day in town"
    return said_in(f"{headline} ||| {line}", language)


def _who(text, one):
    if one.rule is Rule.AUTHOR or one.by_author:
        return AUTHOR
    if one.speaker.part is None:
        return NOBODY
    if one.speaker.name is None:
        return text[slice(*one.speaker.part)]
    return " + ".join(text[name.start : name.end] for name in (one.speaker.name, *one.speaker.rivals))
