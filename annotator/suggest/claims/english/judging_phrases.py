"""Turns of phrase that judge, in English: "a slap in the face", "cannot be justified", "the hardest decision"."""

import re
from collections.abc import Set

_IDIOMS = (
    "the heart out of", "no pleasure in", "slap in the face", "kick in the teeth", "drop in the ocean",
    "tip of the iceberg", "last straw", "writing on the wall", "down the river", "the goalposts", "passing the buck",
    "stabbed in the back", "the rug from under", "asleep at the wheel", "playing politics", "playing games",
    "playing with fire", "wake-up call", "in the right direction", "in the wrong direction", "common sense",
    "game changer", "missed opportunity", "own goal", "uphill battle", "end of the tunnel", "bare minimum",
    "double standard", "race to the bottom", "lip service", "window dressing", "smoke and mirrors", "house of cards",
    "time bomb", "bottomless pit", "white elephant", "rubber stamp", "kangaroo court", "closed shop", "token gesture",
    "fresh air", "at any price", "on the cheap", "cutting corners", "too good to be true", "beyond a joke",
    "make or break", "make no mistake", "the point of no return", "wishful thinking", "a step too far", "a step back",
    "no place for", "no excuse", "no sense", "nothing more to", "somebody has listened", "someone has listened",
    "fed up", "let down", "left behind", "left in the dark", "treated like", "second to none", "worth every",
    "a matter of principle", "a question of trust", "on the backs of", "at the expense of", "doing the right thing",
    "done the right thing", "lost for words", "on its knees", "out of touch", "blood on", "turned a blind eye",
    "turning a blind eye", "hung out to dry", "sold out", "no obvious place", "pull together", "pie in the sky",
)  # fmt: skip
_SUPERLATIVES = (
    "hard tough easi sad happi cruell strang odd bold brav smart dumb nic sweet ugli proud dark bleak bitter lucki"
    " warm kind clever mean petti wis grim harsh gentl dear sorri"
).split()
_CHANGED = (
    "defended justified excused ignored tolerated trusted overlooked overstated explained underestimated replaced"
)
_PHRASES = re.compile(
    rf"\b(?:{'|'.join(_SUPERLATIVES)})est\b|\b(?:most|least) (?:beautiful"
    r"|important|difficult|painful|dangerous|exciting|generous|gifted|honest|foolish|cynical|cowardly|welcome|urgent)\b"
    rf"|\b(?:could|can|should)(?: not|not|n't)? (?:no longer |never |hardly "
    rf"|scarcely )?be (?:{_CHANGED.replace(' ', '|')})\b"
    r"|\b(?:terribly|utterly|absolutely|shamelessly|disgracefully|miserably|foolishly|wonderfully)\b"
)
_IDIOM = re.compile(rf"\b(?:{'|'.join(map(re.escape, _IDIOMS))})\b")
_LONGEST = frozenset(max(re.findall(r"\w+", idiom.lower()), key=len) for idiom in _IDIOMS)


def judges(clause: str, words: Set[str]) -> bool:
    """Return whether a clause in lower case with these lower-case words has a turn of phrase that judges."""
    if _PHRASES.search(clause) is not None:
        return True
    return not _LONGEST.isdisjoint(words) and _IDIOM.search(clause) is not None
