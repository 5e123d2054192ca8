"""The citation forms of German claimants: "Ministerium" for "Ministeriums", "Verband" for "dem Verband".

Only what is safe is changed: a genitive of a noun that can be nothing else, an article before a single noun, and the
endings of a name whose nominative occurs, too. All other words stay as they are written.
"""

import re
from collections.abc import Mapping
from itertools import product
from math import prod

from annotator.suggest.sources.word_forms import forms

_GENITIVE = re.compile(  # nouns for bodies whose genitive is no other word
    r"(\w*(?:ministerium|präsidium|konsortium|kuratorium|direktorium|gremium|institut(?!e)|unternehmen|konzern|gericht"
    r"|verein|verband|ausschuss|gerichtshof|rechnungshof|parlament|(?:stadt|gemeinde|bundes|betriebs|aufsichts|kreis"
    r"|land)rat|(?:bundes|land)tag|[a-zäöüß]amt|[a-zäöüß]bund|[a-zäöüß]zentrum|[a-zäöüß]werk))e?s",
    re.IGNORECASE,
)
_WITH_ARTICLE = re.compile(
    r"(?P<article>[Dd]e[mnrs]) (?P<noun>[A-ZÄÖÜ][\w-]+)(?P<rest>(?: (?:aus|der|des|für|im|in|vom|von|zu|zum|zur) .+)?)"
)
_LIKE_NOMINATIVE = re.compile(r"\w*(?:verein|unternehmen|konzern)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w{2,}?(?P<ending>e[mnrs]?)")
_NOMINATIVES = frozenset(["e", "er", "es"])
_MOST_FORMS = 500


def nominative(name: str) -> str:
    """Return the name of a body with its first noun in the nominative, if that is certain."""
    first, space, rest = name.partition(" ")
    found = _GENITIVE.fullmatch(first)
    return name if found is None else found[1] + space + rest


def citation_form(words: str) -> str:
    """Return the citation form of words for somebody without a name, or the words themselves if it is not certain."""
    found = _WITH_ARTICLE.fullmatch(words)
    if found is None:
        return nominative(words)
    article, noun = found["article"].lower(), found["noun"]
    if article == "des":
        noun = nominative(noun)
        return noun + found["rest"] if noun != found["noun"] else words
    weak = article != "der" and noun.endswith("n") and _LIKE_NOMINATIVE.fullmatch(noun) is None
    return words if weak else noun + found["rest"]  # "dem Präsidenten", "den Anwohnern"


def inflected(names: Mapping[str, int]) -> dict[str, str]:
    """Return the nominative of names in other cases, if both occur: "Deutschen Bank" is "Deutsche Bank".

    ``names`` are the names of bodies with the number of their claims. Only the endings of adjectives and of the last
    noun may differ.
    """
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda each: (_is_oblique(each), -names[each], each)):
        pieces = name.split(" ")
        if name in found or _is_oblique(name) or not _begins_with_adjective(pieces):
            continue
        each = forms(pieces, "de")
        if prod(map(len, each)) > _MOST_FORMS:
            continue
        same = {" ".join(words) for words in product(*each)} & names.keys()
        found |= {other: name for other in same if other != name and other not in found}
    return found


def _begins_with_adjective(pieces: list[str]) -> bool:
    return len(pieces) > 1 and all(map(str.isalpha, pieces)) and _ADJECTIVE.fullmatch(pieces[0]) is not None


def _is_oblique(name: str) -> bool:
    """Return whether a name begins with an adjective that is in no nominative singular: "Deutschen", "Rotem"."""
    adjective = _ADJECTIVE.fullmatch(name.partition(" ")[0])
    return adjective is not None and adjective["ending"] not in _NOMINATIVES
