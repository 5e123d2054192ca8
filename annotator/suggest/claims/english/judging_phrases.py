"""Turns of phrase that judge, in English: "a slap in the face", "cannot be justified", "the hardest decision"."""

import re
from collections.abc import Set

_IDIOMS = (
    "a matter of principle", "a question of trust", "a step back", "a step too far", "asleep at the wheel",
    "at any price", "at the expense of", "bare minimum", "beyond a joke", "blood on", "bottomless pit", "closed shop",
    "common sense", "cutting corners", "doing the right thing", "done the right thing", "double standard",
    "down the river", "drop in the ocean", "end of the tunnel", "fed up", "fresh air", "game changer",
    "house of cards", "hung out to dry", "in the right direction", "in the wrong direction", "kangaroo court",
    "kick in the teeth", "last straw", "left behind", "left in the dark", "let down", "lip service", "lost for words",
    "make no mistake", "make or break", "missed opportunity", "no excuse", "no obvious place", "no place for",
    "no pleasure in", "no sense", "nothing more to", "on its knees", "on the backs of", "on the cheap",
    "out of touch", "own goal", "passing the buck", "pie in the sky", "playing games", "playing politics",
    "playing with fire", "pull together", "race to the bottom", "rubber stamp", "second to none", "slap in the face",
    "smoke and mirrors", "sold out", "somebody has listened", "someone has listened", "stabbed in the back",
    "the goalposts", "the heart out of", "the point of no return", "the rug from under", "time bomb",
    "tip of the iceberg", "token gesture", "too good to be true", "treated like", "turned a blind eye",
    "turning a blind eye", "uphill battle", "wake-up call", "white elephant", "window dressing", "wishful thinking",
    "worth every", "writing on the wall",
)  # fmt: skip
_SUPERLATIVES = (
    "bitter bleak bold brav clever cruell dark dear dumb easi gentl grim happi hard harsh kind lucki mean nic"
    " odd petti proud sad smart sorri strang sweet tough ugli warm wis"
).split()
_CHANGED = (
    "defended justified excused ignored tolerated trusted overlooked overstated explained underestimated replaced"
)
_PHRASES = re.compile(
    rf"\b(?:{'|'.join(_SUPERLATIVES)})est\b|\b(?:most|least) (?:beautiful"
    r"|important|difficult|painful|dangerous|exciting|generous|gifted|honest|foolish|cynical|cowardly|welcome|urgent)\b"
    rf"|\b(?:could|can|should)(?: not|not|n't)? (?:no longer |never |hardly "
    rf"|scarcely )?be (?:{_CHANGED.replace(' ', '|')})\b"
    r"|\b(?:bad|clear|dangerous|disastrous|good|great|important|powerful|strong|terrible|wrong)"
    r" (?:message|sign|signal)\b"
    r"|\b(?:dovish|hawkish)\b|\b(?:closed|opened|shut|slammed) the door (?:on|to)\b|\bopen(?:ed|s) the floodgates\b"
    r"|\b(?:crossed|crosses) (?:a|the) (?:red )?line\b|\bpandora['’]s box\b"
    r"|\b(?:terribly|utterly|absolutely|shamelessly|disgracefully|miserably|foolishly|wonderfully)\b"
)
_IDIOM = re.compile(rf"\b(?:{'|'.join(map(re.escape, _IDIOMS))})\b")
_LONGEST = frozenset(max(re.findall(r"\w+", idiom.lower()), key=len) for idiom in _IDIOMS)


_CONTRAST = re.compile(r"\w, not (?:(?:out )?of )?(?:(?:an?|her|his|my|our|the|their|your) )?[a-z-]+(?: [a-z-]+)?\W*\Z")
_USUAL = re.compile(
    r"\A\W*(?:Half|Many|Most|Several|Some) (?:of (?:our|the|their) )?(?:\w+ ){1,3}still\b"
    r"|\b(?:are|is|was|were) (?:also |currently |now |still )?(?:analysing|assessing|checking|examining|investigating"
    r"|looking into|reviewing|studying)\b"
)


def ends_in_contrast(words: str) -> bool:
    """Return whether a claim ends with what is not so: "We ran out of time, not out of reasons"."""
    return _CONTRAST.search(words) is not None


def is_usual(clause: str) -> bool:
    """Return whether a clause tells what many still do, or that something is being examined."""
    return _USUAL.search(clause) is not None


def judges(clause: str, words: Set[str]) -> bool:
    """Return whether a clause in lower case with these lower-case words has a turn of phrase that judges."""
    if _PHRASES.search(clause) is not None:
        return True
    return not _LONGEST.isdisjoint(words) and _IDIOM.search(clause) is not None
