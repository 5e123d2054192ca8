"""Finding the author's own judgements, demands and predictions in opinion pieces and reviews."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from annotator.model.values import Part
from annotator.suggest.claims.english import kinds as english
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Kind, Rule
from annotator.suggest.claims.german import kinds as german
from annotator.suggest.claims.people.places import Places
from annotator.suggest.claims.sentence_words import bare

_KINDS = {"de": german.kind_of, "en": english.kind_of}
_CUES = {"de": german.AUTHOR_CUES, "en": english.AUTHOR_CUES}
_WEIGHING = {"de": german.WEIGHING, "en": english.WEIGHING}
_HEDGES = {
    "de": frozenset("wohl vermutlich womöglich wahrscheinlich offensichtlich zweifellos".split()),
    "en": frozenset("probably presumably arguably surely perhaps undoubtedly".split()),
}
_VERDICTS = {  # turns of phrase that only the author's own judgements have
    "de": re.compile(
        r"\b(?:kling(?:t|en) (?:\w+ )?nach|(?:[Vv]ernünftig|[Bb]esser|[Kk]lüger|[Ss]innvoll|[Nn]ötig|[Ww]ünschenswert"
        r"|[Ee]hrlicher|[Rr]ichtig) (?:wäre|ist in|ist das|ist es|war das)|[Kk]ein (?:Zufall|Wunder)"
        r"|zur (?:rechten Zeit|Unzeit)"
        r"|[Ss]pricht (?:vieles|wenig|alles|einiges|nichts)|bleibt (?:fraglich|zu hoffen|ein Rätsel)|(?:wirkt"
        r"|wirken) wie"
        r"|passt ins Bild|lässt sich kaum|steht viel auf dem Spiel|hat (?:einen|seinen|ihren) Preis"
        r"|geht (?:es )?nicht (?:nur )?um|am falschen Ende|in Wahrheit)\b"
    ),
    "en": re.compile(
        r"\b(?:may yet|(?:[Ii]t|[Tt]hat) is (?:(?:not )?too (?:early|late|soon)|hard to|difficult to|no (?:accident"
        r"|surprise"
        r"|coincidence|wonder)|not hard to|telling|worth (?:asking|remembering|noting))|ha(?:s|ve) a point"
        r"|another matter"
        r"|little wonder|[Tt]he truth is|wearing thin|(?:got|get|gets) (?:\w+ ){1,3}(?:wrong|right)|wrong about"
        r"|right about"
        r"|(?:offers?|is|of) (?:little|no) (?:guidance|comfort|use|consolation|excuse)|not encouraging"
        r"|hard to (?:kill|see"
        r"|argue|believe|avoid)|no better|no worse)\b"
    ),
}
_LIKELY = frozenset("dürfte dürften".split())
_GENRE = re.compile(
    r"(?:\A|\n)\W*(?:gast)?(?:kommentar|leitartikel|meinung|glosse|kolumne|rezension|comment|opinion|editorial|review)\b",
    re.IGNORECASE,
)
_HEAD = 160  # characters at the beginning, where an article may call itself an opinion piece
_MOST_ATTRIBUTED = 0.34  # share of an opinion piece's sentences
_FEWEST_WORDS = 3
_SAID_BEHIND = re.compile(r",\s(?:[\w.]+\s){0,3}?(?:added|adds|said|says|writes|wrote)\b")
_JUDGED_LATER = re.compile(
    r", (?:(?:which|something(?: that)?|a \w+ (?:that|which)) (?:[\w.’'-]+ ){1,8}?"
    r"(?:branded|brands|called|calls|criticised|criticized|deplored|described|describes|dubbed|labelled|labeled|praised"
    r"|welcomed|welcomes)\b"
    r"|(?:was|ein \w+, den) (?:[\w.’'-]+ ){1,10}?"
    r"(?:begrüßt(?:en?)?|beklagt(?:en?)?|bezeichnet(?:en?)?|kritisiert(?:en?)?|lobt(?:en?)?|nannten?|nennt|wertet(?:en?)?"
    r"|würdigt(?:en?)?)\b)"
)
_MYSELF = frozenset("I Ich ich".split())
_FEWEST_SENTENCES = 6  # shorter articles are opinion pieces only if they say so


def is_judged_later(text: str, offset: int) -> bool:
    """Return whether somebody judges at an offset what the author says before: "…, which Lee called a scandal"."""
    return _JUDGED_LATER.match(text, offset) is not None


def with_own(found: Sequence[Found], text: str, places: Places) -> list[Found]:
    """Return claims, those of "I" outside quotations as the author's own: "I suspect that the roof leaks."."""
    return [replace(one, speaker=NOBODY, by_author=True) if _is_own(one, text, places) else one for one in found]


def _is_own(one: Found, text: str, places: Places) -> bool:
    """Return whether "I" means the author, not somebody whose words stand without quotation marks.

    "Ann Lee wrote: I suspect that the roof leaks.", "I suspect that the roof leaks, she said."
    """
    part = one.speaker.part
    if part is None or one.speaker.name is not None or one.form is Form.DIRECT:
        return False
    if text[slice(*part)] not in _MYSELF or places.is_quoted(part[0]):
        return False
    return ":" not in text[places.sentence_at(part[0]) : part[0]] and not _SAID_BEHIND.match(text, one.parts[-1][1])


@dataclass(slots=True)
class Voice:
    """Signs of the author's own opinions in an article's sentences.

    ``sentences`` counts all sentences, ``attributed`` those that have a claim of somebody else, are quoted or are
    headlines. The lists are the other sentences with words of judging, of hedging ("probably") or of weighing
    ("important").
    """

    language: str
    sentences: int = 0
    attributed: int = 0
    judging: list[Part] = field(default_factory=list)
    hedging: list[Part] = field(default_factory=list)
    weighing: list[Part] = field(default_factory=list)
    expecting: list[Part] = field(default_factory=list)
    plain: list[Part] = field(default_factory=list)

    def add(self, place: Part, words: Set[str], *, is_claim: bool) -> None:
        """Count a sentence with these lower-case words; ``is_claim``: it is attributed, quoted or a headline."""
        self.sentences += 1
        if is_claim:
            self.attributed += 1
        elif not _HEDGES[self.language].isdisjoint(words):
            self.hedging.append(place)
        elif not _CUES[self.language].isdisjoint(words):
            self.judging.append(place)
        elif not _WEIGHING[self.language].isdisjoint(words):
            self.weighing.append(place)
        else:
            self.plain.append(place)
        if not is_claim and self.language == "de" and not _LIKELY.isdisjoint(words):
            self.expecting.append(place)

    def claims(self, text: str) -> list[Found]:
        """Return the author's own claims."""
        found = [*self._verdicts(text), *self._opinions(text)]
        found += [one for place in self.expecting if (one := _claim(text, place, Kind.PREDICTION)) is not None]
        return list({one.parts: one for one in found}.values())

    def _verdicts(self, text: str) -> list[Found]:
        """Return the sentences with a turn of phrase for a judgement, in articles of any genre."""
        able = (place for each in (self.judging, self.weighing, self.plain) for place in each)
        spoken = (place for place in able if _VERDICTS[self.language].search(text, *place) is not None)
        return [one for place in spoken if (one := _claim(text, place, Kind.OPINION)) is not None]

    def _opinions(self, text: str) -> list[Found]:
        if not self.judging and not self.hedging:
            return []
        hedged = [_claim(text, place, Kind.OPINION) for place in self.hedging]
        few = self.sentences >= _FEWEST_SENTENCES and self.attributed <= _MOST_ATTRIBUTED * self.sentences
        is_opinion = _GENRE.search(text, 0, _HEAD) is not None
        judged: list[Found | None] = []
        if few and (is_opinion or any(hedged) or any(self._judged(text, place) for place in self.judging)):
            judged = [self._judged(text, place, wide=True) for place in (*self.judging, *self.weighing)]
        elif is_opinion:
            judged = [self._judged(text, place) for place in self.judging]
        return [one for one in (*judged, *hedged) if one is not None]

    def _judged(self, text: str, place: Part, *, wide: bool = False) -> Found | None:
        words = text[place[0] : place[1]]
        if words.endswith("?"):
            return None
        kind = _KINDS[self.language](words, None, is_direct=wide)
        return _claim(text, place, kind) if kind is not Kind.FACT else None


def _claim(text: str, place: Part, kind: Kind) -> Found | None:
    part = bare(text, *place)
    if part is None or len(text[part[0] : part[1]].split()) < _FEWEST_WORDS:
        return None
    return Found(parts=(part,), cue=None, speaker=NOBODY, form=Form.OWN, kind=kind, rule=Rule.AUTHOR)
