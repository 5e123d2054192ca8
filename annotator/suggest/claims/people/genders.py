"""Gender and number of names and noun phrases, by titles, first names, endings, articles and words such as "mother"."""

import re
from collections.abc import Callable, Iterable

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
    "ms mrs miss lady dame frau daughter mother wife sister widow aunt niece grandmother spokeswoman chairwoman"
    " businesswoman actress councilwoman policewoman tochter mutter schwester witwe tante nichte großmutter ehefrau"
    " woman girl queen princess baroness".split()
)
OF_MEN = frozenset(
    "mr sir lord herr herrn son father husband brother widower uncle nephew grandfather spokesman chairman businessman"
    " actor councilman policeman sohn vater bruder witwer onkel neffe großvater ehemann man boy king prince".split()
)
_MALE_ENDINGS = ("er", "ent", "ist", "or", "chef", "eur", "arzt", "anwalt", "rat", "loge", "mann", "ant", "herr")
ENGLISH_BODIES = frozenset(
    "council court hospital school union museum university company club team government committee board trust charity"
    " agency authority ministry department parliament church bank firm airline retailer regulator watchdog association"
    " society institute party group theatre college network commission tribunal treasury zoo operator developer"
    " county cabinet senate assembly federation".split()
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
_MASCULINE_BODIES = (
    "verband", "verein", "bund", "konzern", "klub", "club", "kreis", "rat", "senat", "dienst", "hersteller",
    "betreiber", "betrieb", "ausschuss", "hof", "vorstand", "landkreis", "zulieferer", "sender", "verlag",
)  # fmt: skip
_NEUTER_BODIES = (
    "amt", "gericht", "ministerium", "institut", "unternehmen", "werk", "krankenhaus", "rathaus", "autohaus",
    "bankhaus",
    "opernhaus", "kaufhaus", "parlament", "museum", "theater",
    "zentrum", "büro", "labor", "archiv", "kabinett", "militär", "kartell", "konsortium", "start-up",
    "klinikum", "team", "bündnis", "komitee", "präsidium",
)  # fmt: skip
_PLURAL_BODIES = ("werke", "betriebe", "grünen", "bahnen", "nations", "freunde")
_FEMININE_BODIES = (
    "gmbh", "ag", "partei", "gewerkschaft", "stadt", "gemeinde", "polizei", "feuerwehr", "firma", "bank", "behörde",
    "stiftung", "kirche", "universität", "hochschule", "gesellschaft", "initiative", "kammer", "regierung", "bahn",
    "verwaltung", "anwaltschaft", "agentur", "klinik", "kasse", "zentrale", "union", "fraktion", "schule",
    "genossenschaft", "werft", "reederei", "brauerei", "molkerei", "kanzlei", "redaktion", "jury", "direktion",
    "abteilung", "kommission", "delegation", "akademie", "anstalt", "versicherung", "justiz", "botschaft", "leitstelle",
    "kripo", "bundeswehr", "armee", "leitung", "spitze", "opposition", "koalition", "innung", "allianz", "liga",
)  # fmt: skip
_BODY_ENDINGS = (*_PLURAL_BODIES, *_FEMININE_BODIES, *_NEUTER_BODIES, *_MASCULINE_BODIES)
_NO_BODIES = (  # they end like bodies: "Antrag" like "AG"
    "demokrat", "bürokrat", "technokrat", "aristokrat", "bischof", "bahnhof", "friedhof", "bauernhof", "flughof",
    "innenhof", "schulhof", "autobahn", "laufbahn", "fahrbahn",
    "datenbank", "sitzbank", "vorrat", "apparat", "quadrat", "verrat", "unrat", "inserat", "heirat", "referat",
    "hausrat",
    "umkreis", "halbkreis", "wohnhaus", "hochhaus", "bauwerk", "kunstwerk", "stockwerk", "netzwerk", "feuerwerk",
    "kunststoffwerk", "handwerk", "laufwerk", "gottesdienst", "verdienst", "regierungsbetrieb",
)  # fmt: skip
_ENDINGS_OF_WOMEN = (
    "a", "ine", "ike", "ette", "ilde", "ilda", "traud", "traut", "gard", "lind", "linde", "heid", "burg", "gund",
    "trud",
    "rud", "elle", "ise", "ice", "yn", "een", "issa", "ynne", "anne", "enne", "rin",
)  # fmt: skip
_ENDINGS_OF_MEN = (
    "win", "bert", "fried", "hard", "hart", "helm", "mund", "wald", "old", "rich", "ulf", "mar", "brecht", "rad", "ger",
    "us", "o", "ian", "ard", "rew", "ton", "ric", "vin", "aldo", "slav", "mir", "uel", "ald",
)  # fmt: skip
_SHORTEST_GIVEN = 4
DOCUMENTS = frozenset(
    "nachricht studie mail e-mail umfrage anfrage statistik bilanz analyse liste akte anklage klage presse kritik frage"
    " debatte idee sache zahl gefahr lage".split()
)
ENGLISH_DOCUMENTS = frozenset(
    "study report survey review letter document statement paper book article email poll research figures data"
    " statistics inquest court trial jury hearing".split()
)
_FEMININE_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tät", "enz", "anz", "studie", "umfrage", "mail")
MANY = frozenset(
    "kritiker experten forscher ermittler anwohner ärzte eltern mehrere viele einige zwei drei beide behörden"
    " nachbarn zeugen fachleute bewohner wissenschaftler veranstalter organisatoren kläger sprecher händler".split()
)
_ENGLISH_PERSONS = frozenset(
    "man woman boy girl driver witness spokesman spokeswoman spokesperson neighbour farmer resident teacher"
    " nurse doctor lawyer owner tenant passenger captain pilot mechanic engineer analyst expert professor judge"
    " officer manager director leader mayor minister trainer coach referee scientist researcher historian"
    " artist singer author pensioner widow student patient mother father landlord shopkeeper fisherman keeper"
    " warden councillor politician campaigner boss chief chairman chairwoman chair coroner singer conductor"
    " curator economist surgeon headteacher striker captain defender goalkeeper novelist playwright biologist"
    " engineer builder baker chef".split()
)


class Genders:
    """The genders and numbers of an article's names, as bit sets of `MALE`, `FEMALE`, `NEUTER` and `PLURAL`.

    Args:
        text: The article.
        names: The names of the article.
        key: Returns a value that all mentions of one name share.
        is_person: Returns whether a name is a person's.
        is_german: Whether the article is in German, where organisations have a grammatical gender.
    """

    def __init__(
        self,
        text: str,
        names: Iterable[Name],
        key: Callable[[Name], str],
        is_person: Callable[[Name], bool],
        *,
        is_german: bool,
    ) -> None:
        self._text = text
        self._key = key
        self._is_person = is_person
        self._is_german = is_german
        self._shown: dict[Name, int] = {}
        self._known: dict[str, int] = {}
        self._guessed: dict[str, int] = {}
        for name in names:
            gender = self._seen(name)
            if gender:
                self._known.setdefault(key(name), gender)
            elif is_person(name):
                guess = _of_ending(_given(text[name.start : name.end].split()))
                if guess:
                    self._guessed.setdefault(key(name), guess)

    def of(self, name: Name) -> int:
        """Return the genders that a name may have."""
        own = self._seen(name) or self._known.get(self._key(name), 0) or self._guessed.get(self._key(name), 0)
        if own:
            return own
        if self._is_person(name):
            return _PERSON
        return _ANY if self._is_german and name.label != "LOC" else NEUTER | PLURAL

    def is_sure(self, name: Name) -> bool:
        """Return whether the article shows a name's gender; always true of names that are not a person's."""
        key = self._key(name)
        return not self._is_person(name) or bool(
            self._seen(name) or self._known.get(key, 0) or self._guessed.get(key, 0)
        )

    def is_guessed(self, name: Name) -> bool:
        """Return whether only the ending of a first name suggests a person's gender."""
        key = self._key(name)
        return key in self._guessed and key not in self._known and not self._seen(name)

    def of_phrase(self, phrase: str) -> int:
        """Return the genders of an unnamed speaker: "die Sprecherin", "Kritiker", "a spokesman for the club"."""
        words = _WORDS.findall(phrase)
        if not words:
            return _ANY
        first = words[0].lower()
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
                or any(low.endswith(role) for role in de.PERSONAL_ROLES)
                or base.endswith(
                    ("herr", "jährig", "frau", "mann", "fahrer", "fahrerin", "kläger", "zeug", "wirt", "chef")
                )
            )
        )

    def _german(self, words: list[str], first: str) -> int:
        noun = next((word for word in words if word[0].isupper() and word.lower() not in de.DETERMINERS), words[-1])
        low = noun.lower()
        if low in OF_WOMEN or (low.endswith("in") and len(low) > _SHORTEST_NOUN):
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
        given = _given(words)
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


def _given(words: list[str]) -> str:
    """Return the first name in lower case: of "Anne-Marie" its first part, without a title; "" if there is none."""
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
    return NEUTER | PLURAL | (_PERSON if head.endswith(("er", "or", "ist", "ian")) else 0)
