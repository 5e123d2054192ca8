"""Sentence splitting that keeps German quotations, dates and headlines whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

# Possessive quantifiers keep the search linear, even for a million full stops. The stop comes first, so that everything
# else is skipped quickly; the lookbehind after it checks that no other stop precedes it.
_STOP = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+[»«›‹”“‘’\"')\]]*+)"
    r"(?=\s++(?P<opening>[»«›‹„“”‚‘’\"'(\[]{0,4})(?P<word>\w{0,40}))"
)
_REACH = 40  # characters before a full stop that are searched for an abbreviation

_GOES_ON = tuple(".!?…,;:")
_EDGES = "(„“”\"'‚‘’»«›‹[-–—/"
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_NUMBER = re.compile(r"[0-9]{1,3}")

# After these the sentence always continues, with a name, a number or an example.
_OPEN = frozenset(
    "abb adm anm bspw bzgl bzw ca capt cmdr cpl d.h dipl dr e.g evtl geb gem ggf i.e inkl insb insp m.e maj messrs mme"
    " mr mrs ms mt prof rep reps resp rev sen sens sgt sog st supt u.u v.a vgl vs z.b z.t zw zzgl".split()
)
# After these the sentence continues if a number follows; otherwise they may be words ("diese Art.", "he said no.").
_NUMBERED = frozenset(
    "abs art az bd cf eq fig ff jg kap no nos nr nrn p par pp rn rs s sec tab tel vol ziff"
    " jan feb mar apr jun jul aug sep sept oct okt nov dec dez".split()
)
# These may end a sentence; the next word decides.
_EITHER = frozenset(
    "allg betr bros co col corp dt etc ev fr gen gov hon hr hrsg inc int jh jr kath lt ltd mio mrd mind n.chr nat o.g"
    " rd sr str std tsd u.a usw v.chr".split()
)
# Words in lower case that often begin a sentence and are hardly ever a name.
STARTERS = frozenset(
    "aber ab alle allerdings als also am an auch auf aus außerdem bei beide beim bis bislang da dabei dafür"
    " dagegen daher damit danach dann daran darauf darum das dass davon dazu dem den denn dennoch der deren des"
    " deshalb die dies diese dieser dieses doch dort ein eine einem einen einer er erst es etwa für gegen hier ich"
    " ihr ihre im in inzwischen ist je jede jeder jetzt kein keine laut man manche mehr mit nach neben nicht noch"
    " nun nur ob oder ohne rund schon seit seine sie so sogar sowohl trotz trotzdem über um und unter viele vom"
    " von vor während war warum was weil weitere wenn wer wie wir wo zu zudem zum zur zwar a about according after"
    " again all although among an and another any are as asked at because before both but by can despite did do"
    " during each earlier even every everyone few for from had has have he her here his how however i if instead"
    " is it its last later many meanwhile more most much my neither next nobody none nor not nothing now of on"
    " once one only or other our over perhaps she since some such than that the their then there these they this"
    " those though through to today under unlike until was we were what when where which while who why with yet"
    " you".split()
)
_ORDERED = frozenset(
    "am ab beim bis das dem den der des die diese diesem diesen dieser ein eine einem einen einer im ins ihr ihre ihrem"
    " ihren jede jedem jeden jeder jedes sein seine seinem seinen seit und vom zum zur".split()
)
_ORDINAL_NOUNS = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember fc fsv liga bundesliga"
    " jahrhundert kammer senat weltkrieg stock etage platz klasse quartal auflage runde spieltag lebensjahr".split()
)
_SAYING = re.compile(r"\s+(?:(?:[A-Z][\w'’-]{0,30}|[A-Z]\.)\s+){1,3}(?:said|asked|told|wrote|added|replied|wondered)\b")


def split(text: str) -> list[tuple[int, int]]:
    """Return the sentences in order, in code points, end exclusive, without the white space between them.

    A line break always ends a sentence. A full stop ends no sentence after an abbreviation, an initial or an ordinal,
    nor before a word in lower case (``„Das ist falsch!“ sagte er``).
    """
    return list(_split(text))


@lru_cache(maxsize=1)  # cached because several sources split the same article
def _split(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line:
            found.extend(_in_line(line, start))
        start += len(line) + 1
    return tuple(found)


def keeps_stop(words: str) -> bool:
    """Return whether the full stop at the end of words belongs to the last of them, as in ``Meier & Co.``."""
    before = words[:-1].split()
    return bool(before) and _abbreviates(before, "", quoted=False)


def at(sentences: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the sentence that contains the offset or ends there, or None between paragraphs."""
    index = bisect_right(sentences, (offset, offset + 1)) - 1
    candidates = sentences[max(0, index) : index + 2]
    return next(((s, e) for s, e in reversed(candidates) if s <= offset <= e), None)


def _in_line(line: str, base: int) -> Iterator[tuple[int, int]]:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    for stop in _STOP.finditer(line):
        if _ends_sentence(line, start, stop):
            yield base + start, base + stop.end()
            start = stop.start("opening")  # skips the white space
    if start < end:
        yield base + start, base + end


def _ends_sentence(line: str, start: int, stop: re.Match[str]) -> bool:
    opening, word = stop["opening"], stop["word"]
    if not opening and (word[:1].islower() or (not word and line.startswith(_GOES_ON, stop.end("word")))):
        return False
    words = line[max(start, stop.start() - _REACH) : stop.start()].split()
    if not words:
        return False
    if stop["stop"] != ".":
        return len(stop["stop"]) == 1 or stop["stop"][0] == "." or _SAYING.match(line, stop.end()) is None
    return not _abbreviates(words, word, quoted=bool(opening))


def _abbreviates(words: list[str], following: str, *, quoted: bool) -> bool:
    """Return whether a full stop belongs to the last word, as an abbreviation or ordinal, judging by the next word."""
    last = words[-1].lstrip(_EDGES)
    starter = following.lower() in STARTERS
    if _NUMBER.fullmatch(last):
        return not (starter or quoted) and _is_ordinal(words, following)
    abbreviation = _joined(words, last).lower()
    if abbreviation in _OPEN:
        return True
    if abbreviation in _NUMBERED:
        return following[:1].isdigit() or (len(abbreviation) == 1 and not starter)
    if abbreviation in _EITHER or _LETTERS.fullmatch(last):
        return not starter
    return False


def _is_ordinal(words: list[str], following: str) -> bool:
    if following.lower() in _ORDINAL_NOUNS or len(words) == 1:
        return True
    return following[:1].isalpha() and words[-2].lower().lstrip(_EDGES) in _ORDERED


def _joined(words: list[str], last: str) -> str:
    """Join an abbreviation written with spaces: ``z.`` and ``B`` become ``z.B``."""
    if len(last) > 3:
        return last
    joined = last
    for word in reversed(words[-3:-1]):
        before = word.lstrip(_EDGES)
        if not (len(before) <= 2 and before.endswith(".")):
            break
        joined = before + joined
    return joined
