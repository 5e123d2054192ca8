"""Finding names that have no label yet, to jump to the next one. This is a rule, not a model, and suggests nothing.

The rule is cheap, so that a key press is answered at once, and simple enough for the analyst to predict:

- A *run* is one or more capitalised words, with at most one "von", "de", "of" … between two of them. A labelled word
  ends a run. A word that often begins a sentence ("Die", "After") is dropped from the front of a run.
- A run is a name if the same words carry a label elsewhere in the article.
- In German, where every noun is capitalised, a run is also a name if it has two or more words, or a capital inside a
  word ("EU", "HafenCity"). A lone noun is skipped: "Köln" is found only once another Köln is labelled.
- In German, two words directly before a labelled name in the same sentence are its title ("Vizepräsidentin Dr.").
- In other languages, a single word is also a name, unless it begins a sentence or often begins one ("– The bank").
- Months, weekdays, numbers, units, currencies, possessives and single letters alone are not names.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from annotator.text.parts import Part
from annotator.text.sentences import STARTERS, split

_UPPER = "".join(filter(str.isupper, map(chr, range(0x41, 0x530))))  # Latin, Greek, Cyrillic
_LETTERS = r"[\w\u0300-\u036f]"
_WORD = re.compile(rf"(?<!\w)[{_UPPER}]{_LETTERS}*+(?:[-‑'’&]{_LETTERS}++)*+")
_GAP = re.compile(r"[ \u00a0](?:(?:von|van|de|di|da|del|du|of)[ \u00a0](?:(?:der|den|dem|the|la)[ \u00a0])?)?")
_LONGEST_GAP = 10
_INNER = re.compile(rf"\w[{_UPPER}]")
_OPENING = "„“”‚‘’\"'»«›‹([–— "
_CLOSING = "“”‘’\"'»«›‹)]"
_BEFORE_NAME = re.compile(r"\.?[ \u00a0]")  # between a title and its name
_STOPS = (".", "!", "?", "…", ":", "\n", "\u2028")
_NO_NAMES = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember january"
    " february march may june july october december montag dienstag mittwoch donnerstag freitag samstag"
    " sonnabend sonntag monday tuesday wednesday thursday friday saturday sunday million millionen milliarde"
    " milliarden billion billionen prozent euro dollar pfund franken yen cent uhr jahr jahre jahren meter"
    " kilometer tonnen grad anfang mitte ende i tag tage tagen woche wochen monat monate monaten stunde stunden"
    " minute minuten zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mein meine meinen unser unsere unseren"
    " sein seine seinen ihr ihre ihren kein keine keinen dein deine viele alle".split()
)


def names(
    text: str, start: int, end: int, *, language: str, known: Collection[str], taken: Sequence[Part]
) -> Iterator[Part]:
    """Yield the runs of a range that look like names, in order; a sentence is assumed to begin at ``start``.

    In ``de``, a name needs more than a capital letter. ``known`` are the words that carry a label elsewhere in the
    article, ``taken`` the parts to skip.
    """
    for run in _runs(text, start, end, taken):
        opens = _opens_sentence(text, start, run[0][0])
        words = run
        while words and (opens or language == "de") and text[slice(*words[0])].lower() in STARTERS:
            words, opens = words[1:], False
        if not words or (language == "de" and _is_title(text, words, known, taken)):
            continue
        if _is_name(text, words, known, german=language == "de", opens=opens):
            yield words[0][0], words[-1][1]


def _runs(text: str, start: int, end: int, taken: Sequence[Part]) -> Iterator[list[Part]]:
    run: list[Part] = []
    for found in _WORD.finditer(text, start, end):
        word = found.span()
        if any(low < word[1] and word[0] < high for low, high in taken):
            continue
        if run and not _continues(text, run[-1][1], word[0], taken):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _continues(text: str, end: int, start: int, taken: Sequence[Part]) -> bool:
    if start - end > _LONGEST_GAP or any(low < start and end < high for low, high in taken):
        return False
    return _GAP.fullmatch(text, end, start) is not None


def _opens_sentence(text: str, low: int, place: int) -> bool:
    before = text[max(low, place - 8) : place].rstrip(_OPENING)
    return not before or before.rstrip(_CLOSING).endswith(_STOPS)


def _is_title(text: str, words: Sequence[Part], known: Collection[str], taken: Sequence[Part]) -> bool:
    """Return whether the words are the title of a labelled name that follows in the same sentence.

    A title has one or two words, without a capital inside.
    """
    start, end = words[0][0], words[-1][1]
    if len(words) > 2 or text[start:end] in known or _INNER.search(text, start, end):
        return False
    following = (part for part in taken if part[0] > end and _BEFORE_NAME.fullmatch(text, end, part[0]))
    return any(len(split(text[start:stop])) == 1 for _, stop in following)


def _is_name(text: str, words: Sequence[Part], known: Collection[str], *, german: bool, opens: bool) -> bool:
    quote = text[words[0][0] : words[-1][1]]
    if quote in known:
        return True
    telling = [text[start:end] for start, end in words if text[start:end].lower() not in _NO_NAMES]
    if len(telling) > 1 or any(_INNER.search(word) for word in telling):
        return True
    starts = quote.lower() in STARTERS and quote.istitle()  # after a dateline; "IT" may be a name
    return bool(telling) and len(quote) > 1 and not german and not opens and not starts
