"""Finding in an article whom its headline means by "study finds" or "jury told"."""

import re
from bisect import bisect_left
from operator import attrgetter

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast

_FIRST_SENTENCES = 4
_FIRST_NAMES = 40
_SAID = re.compile(r",?(?: \w+){0,2}? (?:told|said)\b")


def publisher(cast: Cast, document: str, offset: int) -> Name | None:
    """Return the body behind a document in a headline ("study", "Umfrage"): the first one named near it.

    The first sentences after the offset are searched, those with the document's noun first.
    """
    every = cast.places.sentences
    first = bisect_left(every, (offset, offset))
    within = list(every[first : first + _FIRST_SENTENCES])
    within.sort(key=lambda part: document not in cast.text[part[0] : part[1]].lower())
    bodies = ([n for n in cast.within(*part) if n.label == "ORG" and not cast.is_person(n)] for part in within)
    return next((each[0] for each in bodies if each), None)


def witness(cast: Cast, offset: int) -> Name | None:
    """Return the first person after an offset who "said" or "told", for "…, jury told" in a headline."""
    first = bisect_left(cast.names, offset, key=attrgetter("start"))
    after = cast.names[first : first + _FIRST_NAMES]
    return next((n for n in after if cast.is_person(n) and _SAID.match(cast.text, n.end)), None)
