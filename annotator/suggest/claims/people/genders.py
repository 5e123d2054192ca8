"""Gender and number of names and noun phrases, by titles, first names, endings, articles and words such as "mother"."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.suggest.claims import speaker_words as words_of
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.first_names import MEN, WOMEN

MALE, FEMALE, NEUTER, PLURAL = 1, 2, 4, 8
_PERSON = MALE | FEMALE
_ANY = MALE | FEMALE | NEUTER | PLURAL
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_BESIDE = 40  # characters before a name in which a title or role may stand
_SHORTEST_NOUN = 5
_TITLES = frozenset("dr prof sen rep gov lt sgt cllr rev judge dame sir lord lady".split())
OF_WOMEN = frozenset(
    "actress aunt baroness businesswoman chairwoman councilwoman dame daughter ehefrau enkelin fiancée"
    " frau girl granddaughter grandmother großmutter lady miss mother mrs ms mutter nichte niece"
    " policewoman princess queen schwester sister spokeswoman tante tochter widow wife witwe woman".split()
)
OF_MEN = frozenset(
    "boy brother bruder businessman chairman councilman ehemann enkel father grandfather grandson"
    " großvater herr herrn husband king lord man mr neffe nephew onkel policeman prince sir sohn son"
    " spokesman uncle vater widower witwer".split()
)
_MALE_ENDINGS = ("er", "ent", "ist", "or", "chef", "eur", "arzt", "anwalt", "rat", "loge", "mann", "ant", "herr")
ENGLISH_BODIES = frozenset(
    "agency airline assembly association authority bank board cabinet charity church club college commission"
    " committee company council county court department developer federation firm government group hospital"
    " institute ministry museum network operator parliament party regulator retailer school senate society"
    " team theatre treasury tribunal trust union university watchdog zoo".split()
)
_NO_FEMALE_PERSONS = (
    "medizin",
    "benzin",
    "termin",
    "magazin",
    "disziplin",
    "insulin",
    "vitamin",
    "kamin",
    "berlin",
    "ein",
)
_ENGLISH_AGENTS = (
    "ologist",
    "grapher",
    "scientist",
    "worker",
    "keeper",
    "owner",
    "woman",
    "maker",
    "leader",
)
_DETERMINERS = {
    **dict.fromkeys(("der", "dieser", "jener", "den", "dem", "einen", "einem", "ein"), MALE | NEUTER),
    "das": NEUTER,
    **dict.fromkeys(("die", "eine", "diese", "einer"), FEMALE | PLURAL),
}
_ONE_OF = {"one": _PERSON, "another": _PERSON, "einer": MALE, "eine": FEMALE}  # "one of them", "eine der Mütter"
_MASCULINE_BODIES = (
    "ausschuss", "betreiber", "betrieb", "bund", "club", "dienst", "hersteller", "hof", "klub", "konzern", "kreis",
    "landkreis", "rat", "senat", "sender", "verband", "verein", "verlag", "vorstand", "zulieferer",
)  # fmt: skip
_NEUTER_BODIES = (
    "amt", "archiv", "autohaus", "bankhaus", "bündnis", "büro", "gericht", "institut", "kabinett", "kartell",
    "kaufhaus", "klinikum", "komitee", "konsortium", "krankenhaus", "labor", "militär", "ministerium", "museum",
    "opernhaus", "parlament", "präsidium", "rathaus", "start-up", "team", "theater", "unternehmen", "werk", "zentrum",
)  # fmt: skip
_PLURAL_BODIES = ("werke", "betriebe", "grünen", "bahnen", "nations", "freunde")
_FEMININE_BODIES = (
    "abteilung", "ag", "agentur", "akademie", "allianz", "anstalt", "anwaltschaft", "armee", "bahn", "bank",
    "behörde", "botschaft", "brauerei", "bundeswehr", "delegation", "direktion", "feuerwehr", "firma", "fraktion",
    "gemeinde", "genossenschaft", "gesellschaft", "gewerkschaft", "gmbh", "hochschule", "initiative", "innung",
    "jury", "justiz", "kammer", "kanzlei", "kasse", "kirche", "klinik", "koalition", "kommission", "kripo",
    "leitstelle", "leitung", "liga", "molkerei", "opposition", "partei", "polizei", "redaktion", "reederei",
    "regierung", "schule", "spitze", "stadt", "stiftung", "union", "universität", "versicherung", "verwaltung",
    "werft", "zentrale",
)  # fmt: skip
_BODY_ENDINGS = (*_PLURAL_BODIES, *_FEMININE_BODIES, *_NEUTER_BODIES, *_MASCULINE_BODIES)
_NO_BODIES = (  # they end like bodies: "Antrag" like "AG"
    "apparat", "aristokrat", "autobahn", "bahnhof", "bauernhof", "bauwerk", "bischof", "bürokrat", "datenbank",
    "demokrat", "fahrbahn", "feuerwerk", "flughof", "friedhof", "gottesdienst", "halbkreis", "handwerk", "hausrat",
    "heirat", "hochhaus", "innenhof", "inserat", "kunststoffwerk", "kunstwerk", "landrat", "laufbahn", "laufwerk",
    "netzwerk",
    "quadrat", "referat", "regierungsbetrieb", "schulhof", "sitzbank", "stockwerk", "technokrat", "umkreis", "unrat",
    "verdienst", "verrat", "vorrat", "wohnhaus",
)  # fmt: skip
_ENDINGS_OF_WOMEN = (
    "a", "anne", "burg", "een", "elle", "enne", "ette", "gard", "gund", "heid", "ice", "ike", "ilda", "ilde", "ine",
    "ise", "issa", "lind", "linde", "rin", "rud", "traud", "traut", "trud", "yn", "ynne",
)  # fmt: skip
_ENDINGS_OF_MEN = (
    "ald", "aldo", "ard", "bert", "brecht", "fried", "ger", "hard", "hart", "helm", "ian", "mar", "mir", "mund", "o",
    "old", "rad", "rew", "ric", "rich", "slav", "ton", "uel", "ulf", "us", "vin", "wald", "win",
)  # fmt: skip
_SHORTEST_GIVEN = 4
_GERMAN_PERSONS = (
    "aktivist", "arbeiter", "bäcker", "bauer", "dekan", "dirigent", "fischer", "flüchtling", "förster", "gärtner",
    "gutachter", "häftling", "handwerker", "inhaber", "intendant", "jäger", "journalist", "kantor", "käufer",
    "kunde", "kunden", "kurator", "lehrling", "mieter", "pfarrer", "pfleger", "polizist", "polizisten", "prüfer",
    "rektor", "rentner", "schüler", "schweißer", "sekretär", "student", "studenten", "techniker", "tourist",
)  # fmt: skip
LIKE_ADJECTIVES = (  # "Angeklagter", "die Vorsitzende": stems of nouns for people that are declined like adjectives
    "abgeordnet", "angeklagt", "angestellt", "beamt", "beauftragt", "bekannt", "beschuldigt", "betroffen",
    "bevollmächtigt", "geistlich", "gelehrt", "jugendlich", "mitreisend", "obdachlos", "reisend", "sachverständig",
    "studierend", "überlebend", "verdächtig", "verletzt", "verwandt", "vorsitzend",
)  # fmt: skip
_ROLE_ENDINGS = tuple(de.PERSONAL_ROLES)
DOCUMENTS = frozenset(
    "akte analyse anfrage anklage bilanz debatte e-mail frage gefahr idee klage kritik lage liste mail"
    " nachricht presse sache statistik studie umfrage zahl".split()
)
ENGLISH_DOCUMENTS = frozenset(
    "article book court data document email figures hearing inquest jury letter paper poll report research"
    " review statement statistics study survey trial".split()
)
_FEMININE_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tät", "enz", "anz", "studie", "umfrage", "mail")
MANY = frozenset(
    "anwohner ärzte behörden beide bewohner drei einige eltern ermittler experten fachleute forscher händler"
    " kläger kritiker mehrere nachbarn organisatoren sprecher veranstalter viele wissenschaftler zeugen zwei".split()
)
_ENGLISH_PERSONS = frozenset(
    "aide analyst artist author baker biologist boss boy builder campaigner captain chair chairman chairwoman"
    " chef chief coach conductor coroner councillor curator defender deputy director doctor driver economist"
    " engineer expert farmer father fisherman girl goalkeeper headteacher historian judge keeper landlord"
    " lawyer leader man manager mayor mechanic minister mother neighbour novelist nurse officer owner"
    " passenger patient pensioner pilot playwright politician professor referee researcher resident"
    " scientist secretary shopkeeper singer spokesman spokesperson spokeswoman striker student surgeon"
    " teacher tenant trainer warden widow witness woman".split()
)


class _Mentions(NamedTuple):
    """Facts about the people in an article from all mentions of their names, by their keys.

    ``known`` are the genders that a mention shows, ``guessed`` those that the ending of a first name suggests, and
    ``full`` the keys of people with a first name or a title.
    """

    known: dict[str, int]
    guessed: dict[str, int]
    full: set[str]


class Genders:
    """The genders and numbers of an article's names, as bit sets of `MALE`, `FEMALE`, `NEUTER` and `PLURAL`.

    ``key`` returns a value that all mentions of one name share. In German, organisations have a grammatical gender.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        key: Callable[[Name], str],
        is_person: Callable[[Name], bool],
        *,
        is_german: bool,
    ) -> None:
        self._text = text
        self._key = key
        self._is_person = is_person
        self._is_german = is_german
        self._names = names
        self._shown: dict[Name, int] = {}

    @cached_property
    def _mentions(self) -> _Mentions:
        """The facts from all mentions; computed on first use, since many articles never need them."""
        found, text = _Mentions({}, {}, set()), self._text
        for name in self._names:
            words = text[name.start : name.end]
            if name.label == "PER" and " " in words:
                found.full.add(self._key(name))
            gender = self._seen(name)
            if gender:
                found.known.setdefault(self._key(name), gender)
            elif self._is_person(name):
                guess = _of_ending(given_of(words.split()))
                if guess:
                    found.guessed.setdefault(self._key(name), guess)
        return found

    def of(self, name: Name) -> int:
        """Return the genders that a name may have."""
        key, mentions = self._key(name), self._mentions
        own = self._seen(name) or mentions.known.get(key, 0) or mentions.guessed.get(key, 0)
        if own:
            return own
        if self._is_person(name) and key not in mentions.full:  # "Her grandson Toby"
            alone = self._text[name.start : name.end].lower()
            own = FEMALE if alone in WOMEN else MALE if alone in MEN else 0
            if own:
                return own
        if self._is_person(name):  # a lone word may be a body that a model took for a person
            return _PERSON if self._is_german or key in mentions.full else _PERSON | NEUTER | PLURAL
        return _ANY if self._is_german and name.label != "LOC" else NEUTER | PLURAL

    def is_sure(self, name: Name) -> bool:
        """Return whether the article shows a name's gender; always true of names that are not a person's."""
        key, mentions = self._key(name), self._mentions
        return not self._is_person(name) or bool(self._seen(name) or key in mentions.known or key in mentions.guessed)

    def is_guessed(self, name: Name) -> bool:
        """Return whether only the ending of a first name suggests a person's gender."""
        key, mentions = self._key(name), self._mentions
        return key in mentions.guessed and key not in mentions.known and not self._seen(name)

    def of_phrase(self, phrase: str) -> int:
        """Return the genders of an unnamed speaker: "die Sprecherin", "Kritiker", "a spokesman for the club"."""
        words = _WORDS.findall(phrase)
        if not words:
            return _ANY
        first = words[0].lower()
        if first in _ONE_OF and len(words) > 1 and words[1].lower() in {"of", "der", "von"}:
            return _ONE_OF[first]
        return self._german(words, first) if self._is_german else _english(words, first)

    def is_person_noun(self, noun: str) -> bool:
        """Return whether a noun denotes a person: "Fahrer", "driver"."""
        low = noun.lower()
        if not self._is_german:
            return low in _ENGLISH_PERSONS or low.endswith(_ENGLISH_AGENTS) or (low.endswith("man") and len(low) > 5)
        base = low.removesuffix("n").removesuffix("e")
        return (
            noun[:1].isupper()
            and low != "man"
            and (
                _is_female_person(low)
                or low in OF_WOMEN
                or low in OF_MEN
                or low.endswith(_ROLE_ENDINGS)
                or low.endswith("mann")
                or low.endswith(_GERMAN_PERSONS)
                or (low.endswith(("e", "er", "en")) and base.removesuffix("er").endswith(LIKE_ADJECTIVES))
                or base.endswith(("herr", "jährig", "frau", "fahrer", "fahrerin", "kläger", "zeug", "wirt", "chef"))
            )
        )

    def _german(self, words: list[str], first: str) -> int:
        noun = next((word for word in words if word[0].isupper() and word.lower() not in de.DETERMINERS), words[-1])
        low = noun.lower()
        if low in OF_WOMEN or (len(low) > _SHORTEST_NOUN and has_feminine_ending(low)):
            return FEMALE
        if first in {"ein", "einen", "einem", "der", "den", "dem"} and self.is_person_noun(noun):
            return MALE
        if first in _DETERMINERS:
            body = body_gender(low)
            return body or _DETERMINERS[first]
        if first in MANY or low in MANY or low.endswith("innen"):
            return PLURAL
        return body_gender(low) or _ANY

    def _seen(self, name: Name) -> int:
        """Return the gender that a single mention shows, 0 if it shows none."""
        shown = self._shown.get(name)
        if shown is None:
            shown = self._shown[name] = self._look(name)
        return shown

    def _look(self, name: Name) -> int:
        words = self._text[name.start : name.end].split()
        if not self._is_person(name):
            return self._of_body(name, words) if self._is_german else 0
        given = given_of(words)
        before = _WORDS.findall(self._text[max(0, name.start - _BESIDE) : name.start])
        title = before[-1] if before and self._text[name.start - 1 : name.start] == " " else ""
        low = title.lower()
        if low in OF_WOMEN or (words and words[0].lower().rstrip(".") in {"ms", "mrs", "frau", "dame"}):
            return FEMALE
        if low in OF_MEN or (words and words[0].lower().rstrip(".") in {"mr", "herr", "sir"}):
            return MALE
        if given in WOMEN:
            return FEMALE
        if given in MEN:
            return MALE
        if self._is_german and title[:1].isupper() and len(title) >= _SHORTEST_NOUN:
            if title.endswith("in"):
                return FEMALE
            if title.endswith(_MALE_ENDINGS):
                return MALE
        return 0

    def _of_body(self, name: Name, words: list[str]) -> int:
        body = body_gender(words[-1].lower()) or body_gender(words[0].lower())
        if body:
            return body
        before = self._text[max(0, name.start - 5) : name.start].strip().lower()
        if before == "das":
            return NEUTER
        if before == "die":
            return FEMALE | PLURAL
        return 0


def _is_female_person(low: str) -> bool:
    """Return whether a German noun in lower case is formed like "Fahrerin", "Pädagogin" or "Köchin"."""
    ends = low.endswith("in") and len(low) > _SHORTEST_NOUN and low[-3] not in "aeiouäöü"
    return ends and not low.endswith(_NO_FEMALE_PERSONS)


def given_of(words: list[str]) -> str:
    """Return the first name in lower case, without a title, "" if there is none; "anne" for "Anne-Marie"."""
    rest = words
    while rest and rest[0].lower().rstrip(".") in _TITLES:
        rest = rest[1:]
    given = rest[0].lower() if len(rest) > 1 else ""
    return given if given in WOMEN or given in MEN else given.split("-")[0]


def _of_ending(given: str) -> int:
    """Return the gender that the ending of an uncommon first name suggests, 0 if it suggests none."""
    if len(given) < _SHORTEST_GIVEN:
        return 0
    if given.endswith(_ENDINGS_OF_WOMEN):
        return FEMALE
    return MALE if given.endswith(_ENDINGS_OF_MEN) else 0


def has_feminine_ending(low: str) -> bool:
    """Return whether a German noun ends as nouns for women do: in "-in", but not in "-verein"."""
    return low.endswith("in") and not low.endswith("verein")


def may_be_person(noun: str) -> bool:
    """Return whether an English noun may be a single person: it is neither a known body or document nor a plural."""
    return noun.endswith(words_of.PERSON_ENDINGS) and not (
        noun in words_of.NO_PERSONS
        or noun in ENGLISH_BODIES
        or noun in words_of.BODIES
        or (noun[-1] == "s" and noun[-2:] != "ss")
        or noun.endswith(words_of.THINGS)
    )


def is_feminine_noun(low: str) -> bool:
    """Return whether a German noun's ending shows that it is feminine and names no person: "Mitteilung", "Studie"."""
    return low.endswith(_FEMININE_ENDINGS) or low in DOCUMENTS


def body_gender(low: str) -> int:
    """Return the gender of a German word for a body, by the ending of the lower-case noun; 0 if unknown."""
    if not low.endswith(_BODY_ENDINGS) or low.endswith(_NO_BODIES) or _ends_like_ag(low):
        return 0
    for gender, endings in (
        (PLURAL, _PLURAL_BODIES),
        (FEMALE, _FEMININE_BODIES),
        (NEUTER, _NEUTER_BODIES),
        (MALE, _MASCULINE_BODIES),
    ):
        if low.endswith(endings):
            return gender
    return 0


def _ends_like_ag(low: str) -> bool:
    """Return whether a noun only ends like the company form "AG": "Vertrag", but not "Nordbau-AG"."""
    return low.endswith("ag") and low != "ag" and not low.endswith("-ag")


def _english(words: list[str], first: str) -> int:
    lows = [word.lower() for word in words]
    if any(low in OF_WOMEN for low in lows[:4]):
        return FEMALE | PLURAL
    if any(low in OF_MEN for low in lows[:4]):
        return MALE | PLURAL
    head = next((lows[i - 1] for i in range(1, len(lows)) if lows[i] in {"of", "for", "at", "from", "in"}), lows[-1])
    if head in ENGLISH_DOCUMENTS:
        return NEUTER
    if head.endswith("woman"):
        return FEMALE
    if head.endswith("man") and head not in {"human", "german"}:
        return MALE
    if head in _ENGLISH_PERSONS:
        return _PERSON | PLURAL
    if lows[0] in {"police", "detectives"} or lows[-1] in {"police", "detectives"}:
        return PLURAL
    if first in {"many", "some", "several", "two", "three", "both"} or (head.endswith("s") and not head.endswith("ss")):
        return PLURAL
    return NEUTER | PLURAL | (_PERSON if may_be_person(head) else 0)
