"""Finding the people who say something together: "Dr. Eva Roth und Klaus Berg betonten"."""

import re
from collections.abc import Callable, Sequence

from annotator.suggest.claims.frame_values import Name, Speaker
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.pronouns import Scene
from annotator.suggest.claims.sentence_words import Token

_AND = re.compile(
    r",? (?:und|and|sowie) (?:(?!(?:at|aus|bei|by|des|for|from|für|of|to|vom|von|with)\b)[\w-]+\.? ){0,2}"
)


def together(cast: Cast, words: Sequence[Token], name: Name, scene: Callable[[], Scene]) -> Speaker:
    """Return the person with whom a phrase begins, with a second one as a rival if both are its subject."""
    alone = Speaker((name.start, name.end), name)
    others = [each for each in cast.within(name.end, words[-1].end) if cast.is_person(each)]
    if (
        len(others) != 1
        or others[0].end != words[-1].end
        or _AND.fullmatch(cast.text, name.end, others[0].start) is None
    ):
        return alone
    return alone if scene().plural is False else Speaker((name.start, name.end), name, (others[0],))
