"""Finding who tells what German hearsay or a plan with "soll" reports, in the sentences beside it."""

import re

from annotator.suggest.claims.frame_values import NOBODY, Speaker
from annotator.suggest.claims.german.phrases import phrase_end
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import tokens_of
from annotator.suggest.claims.speakers import speaker_of

_VERB = re.compile(r" (verlas|verliest|verlasen|verlesen|las|liest|lasen|lesen|trug|trägt|trugen|tragen) ")
_WHOLE = "verl"  # "verlas" needs no "vor" at the end
_DETERMINED = re.compile(r"\s*(?:der|die|ein|eine|sein|seine|ihr|ihre) (?:[a-zäöüß]+ )?[A-ZÄÖÜ]", re.IGNORECASE)
_ISSUED = re.compile(
    r"\s+Nach (?:den )?(?:Angaben|Auskunft|Aussage|Aussagen|Darstellung|Informationen|Worten) (?=(?:des|der|von) )"
)
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|\Z)|\n")
_LONGEST = 200  # characters of the next sentence that are read


def reader_before(sentence: Sentence) -> Speaker:
    """Return the person who reads something out in the previous sentence without saying what; otherwise `NOBODY`."""
    place = sentence.context.sentence
    if place is None or sentence.context.claim is not None or place[1] < sentence.paragraph:
        return NOBODY
    start, end = place
    found = _VERB.search(sentence.text, start, end)
    words = sentence.text[start:end]
    if found is None or any(mark in words for mark in ",;:"):
        return NOBODY
    if not found[1].startswith(_WHOLE) and not words.rstrip(" .").endswith(" vor"):
        return NOBODY
    names = sentence.cast.within(start, found.start())
    front = (names and names[0].start == start) or _DETERMINED.match(sentence.text, start, found.start())
    return _speaker(sentence, start, found.start()) if front else _speaker(sentence, found.end(), end)


def issuer_after(sentence: Sentence) -> Speaker:
    """Return the body or person by whose account the next sentence begins: "Nach Auskunft der Gemeinde …"."""
    found = _ISSUED.match(sentence.text, sentence.end)
    if found is None or "\n" in found[0] or sentence.is_headline:
        return NOBODY
    start = found.end() + (4 if sentence.text.startswith("von ", found.end()) else 0)
    ends = _SENTENCE_ENDS.search(sentence.text, start, min(len(sentence.text), start + _LONGEST))
    return NOBODY if ends is None else _speaker(sentence, start, ends.start())


def _speaker(sentence: Sentence, start: int, end: int) -> Speaker:
    """Return whom the noun phrase at an offset of another sentence means, `NOBODY` if it cannot speak."""
    tokens = tokens_of(sentence.text, start, end, [])
    last = phrase_end(tokens, 0, len(tokens))
    if last == 0:
        return NOBODY
    phrase = tokens[:last]
    names = sentence.cast.within(phrase[0].start, phrase[-1].end)
    nouns = [token for token in phrase if token.is_capital]
    genders = sentence.cast.genders
    if not names and not any(genders.of_phrase(noun.text) or genders.is_person_noun(noun.text) for noun in nouns):
        return NOBODY
    return speaker_of(sentence.cast, phrase, "de", lambda: sentence.scene(None), is_headline=False)
