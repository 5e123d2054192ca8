"""Finding the speaker that a noun phrase means: a name, a role or pronoun for a name, or somebody unnamed."""

import re
from collections.abc import Callable, Collection, Sequence

from annotator.suggest.claims import speaker_words as words_of
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import NOBODY, Name, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.headline_sources import publisher, witness
from annotator.suggest.claims.mended_names import is_adherent
from annotator.suggest.claims.people import banks, issuers
from annotator.suggest.claims.people.apposed import apposed_to
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.declension import forms_of, gender_of
from annotator.suggest.claims.people.descriptions import (
    head_of,
    introduced_next,
    is_person,
    named_next,
    of_person,
    unnamed_before,
)
from annotator.suggest.claims.people.genders import (
    ENGLISH_BODIES,
    FEMALE,
    MALE,
    MANY,
    NEUTER,
    body_gender,
    may_be_person,
)
from annotator.suggest.claims.people.pronouns import DEMONSTRATIVES, Scene, demonstrated, resolve
from annotator.suggest.claims.people.together import together
from annotator.suggest.claims.sentence_words import QUOTES, Token

_FEWEST_NAME_WORDS = 2
_MOST_CHAIN_WORDS = 4  # "the department store chain"
_WATCHDOGS = frozenset(["regulator", "watchdog"])
_WATCHING = _WATCHDOGS | {"behörde"}
_AUTHORITY = re.compile(r"(?:\bOf(?!fice)[a-z]+|Agency|Authority|Commission|Regulator|amt|behörde|agentur|aufsicht)\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,5}\b")
_BARE_WORDS = 2  # the most words of a bare noun: "the union", not "the tenants' union"
_GOVERNING = frozenset("government parliament senate ministry treasury".split())
_SAME_ROLE = {
    "boss": ("executive", "chief", "director", "owner", "manager"),
    "chief": ("executive", "director", "head", "commissioner", "president"),
    "pm": ("minister", "premier"),
    "head": ("headteacher", "director", "leader", "chief"),
    "leader": ("head", "chair"),
    "coach": ("manager", "trainer"),
    "manager": ("coach",),
    "chairman": ("chair",),
    "chairwoman": ("chair",),
    "chair": ("chairman", "chairwoman", "chairperson"),
    "mp": ("member",),
    "verteidiger": ("anwalt", "rechtsanwalt"),
    "verteidigerin": ("anwältin", "rechtsanwältin"),
    "anwalt": ("verteidiger",),
    "anwältin": ("verteidigerin",),
    "lawyer": ("barrister", "solicitor", "attorney"),
    "chef": ("vorstand", "geschäftsführer", "leiter", "direktor"),
    "chefin": ("geschäftsführerin", "leiterin", "direktorin"),
    "stadtchef": ("bürgermeister", "oberbürgermeister"),
    "coachin": ("trainerin",),
    "rathauschef": ("bürgermeister", "oberbürgermeister"),
    "rathauschefin": ("bürgermeisterin", "oberbürgermeisterin"),
    "kreischef": ("landrat",),
    "kreischefin": ("landrätin",),
    "regierungschef": ("ministerpräsident", "kanzler"),
    "regierungschefin": ("ministerpräsidentin", "kanzlerin"),
}
_UNIONS = re.compile(r"[Uu]nion|[Gg]ewerkschaft|Verdi|ver\.di|\bIG\b|\b[A-ZÄÖÜ]{2,6}\b")
_FITTING = {  # nouns that mean only bodies with such names
    "union": _UNIONS,
    "gewerkschaft": _UNIONS,
    "authority": re.compile("Authority|Council|Borough"),
    "league": re.compile("League|Premiership|Liga|Division|Championship|Conference|Ligue|Serie"),
}
_ANY = re.compile("")
_OTHER_BODIES = (  # than companies
    "agentur", "amt", "behörde", "gericht", "gewerkschaft", "kammer", "ministerium", "partei", "polizei", "verband",
)  # fmt: skip
_OTHER_BODY = re.compile(
    r"\b(?:[Vv]erdi|ver\.di|IG (?:Metall|BAU|BCE)|GDL|EVG|NGG|GEW|DGB|Cockpit|Ufo|CDU|CSU|SPD|FDP|AfD|Grünen?|Linken?"
    r"|Bundes(?:rat|tag|regierung|wehr)|EU|Landtag|Polizei|Stadtrat)\b"
    r"|(?:amt|behörde|gericht|gewerkschaft|kammer|ministerium|partei|verband)s?\b"
)
_MANY_OFFICES = re.compile("[A-Z]{2,}s")
_OFFICES = frozenset("minister officer secretary spokesman spokesperson spokeswoman".split())
_CAPITAL_OFFICES = frozenset(
    "chairman chairwoman chancellor chief commissioner constable director editor governor inspector mayor minister"
    " officer president secretary superintendent teacher treasurer".split()
)
_UNIQUE_OFFICES = _OFFICES | _CAPITAL_OFFICES - {"teacher"}  # "the finance minister" has no other office
_RANKS = frozenset("assistant deputy former prime shadow vice".split())  # who has one is somebody else
_PUBLIC = re.compile(
    r"\b(?:Agency|Association|Authority|Commission|Committee|Constabulary|Council|Court|Department|Federation"
    r"|Government|Institute|Ministry|Office|Parliament|Party|Police|School|Society|Treasury|Union|United Nations"
    r"|University)\b"
)
_BODY_ENDINGS = tuple(words_of.ALL_BODIES)
_NO_HOLDER = frozenset({"land"})
_ADJECTIVE = re.compile(r"\w-\w+(?:ed|ing)\Z|\A[a-z]+ing\Z|\A[A-Z][a-z]+(?:ian|ish|ese)\Z")  # "Oslo-based", "Swedish"
_SAME_IN_PLURAL = frozenset("händler hersteller betreiber zulieferer sender unternehmen".split())
_DOCUMENTS = frozenset(
    "analyse analysis bericht data figures gutachten poll report research review statistik studie study survey"
    " umfrage untersuchung zahlen".split()
)
_OWNING = frozenset(("'s", "’s", "s’", "s'"))
_HEARING = frozenset("jury court inquest tribunal inquiry hearing".split())
_REFLEXIVES = frozenset("herself himself itself selber selbst themselves".split())
_SUBJECTS = {"de": frozenset(["er"]), "en": en.PRONOUNS}  # "sie" may also be an object
_OBJECT_PRONOUNS = frozenset("her him them ihm ihn ihr ihnen".split())


def named(name: Name) -> Speaker:
    """Return a name as a speaker."""
    return Speaker((name.start, name.end), name)


def speaker_of(
    cast: Cast, phrase: Sequence[Token], language: str, scene: Callable[[], Scene], *, is_headline: bool
) -> Speaker:
    """Return the speaker that a noun phrase refers to.

    ``scene`` returns the surroundings of the phrase, which pronouns and roles need.
    """
    words = [token for token in phrase if token.is_word]
    if len(words) > 1 and words[-1].low in _REFLEXIVES:
        del words[-1]  # "the striker himself"
    if not words:
        return NOBODY
    start, end = words[0].start, words[-1].end
    known = de if language == "de" else en
    if len(words) == 1:
        who = _by_pronoun(cast, words[0], language, scene)
        if who is not None:
            return who
    name = _name_of(cast, words, language) or _owner(cast, words, language)
    if name is not None:
        return together(cast, words, name, scene)
    pronoun = next((each for each in (words[0], words[-1]) if len(words) > 1 and each.low in _SUBJECTS[language]), None)
    if pronoun is not None:  # "she and others", "he nevertheless", "next spring she"
        return resolve(cast, (pronoun.start, pronoun.end), pronoun.low, scene())
    other = apposed_to(cast, (start, end)) or issuers.owner_of(cast, words, language, scene)
    if other is not None:
        return named(other)
    if words[0].low not in known.INDEFINITE and (
        words[0].low in known.DETERMINERS or words[0].low == "bürgermeister" or is_headline
    ):
        return _by_role(cast, words, language, scene())
    later = introduced_next(cast, words)
    return named(later) if later is not None else Speaker((start, end))


def _by_pronoun(cast: Cast, word: Token, language: str, scene: Callable[[], Scene]) -> Speaker | None:
    """Return whom a word alone means if it is a pronoun, otherwise None; "man" means nobody."""
    place = word.start, word.end
    if word.low in (de if language == "de" else en).PRONOUNS or word.low in _OBJECT_PRONOUNS:
        return resolve(cast, place, word.low, scene())
    if language != "de":
        return None
    if word.low in DEMONSTRATIVES:
        return demonstrated(cast, place, word.low, scene())
    if word.low == "man":
        return NOBODY
    if word.low == "es":
        who = resolve(cast, place, "es", scene())
        return who if who.name is not None and cast.genders.of(who.name) == NEUTER else Speaker(place)
    return None


def _name_of(cast: Cast, words: Sequence[Token], language: str) -> Name | None:
    """Return the name that a phrase consists of, or that its role belongs to; None for a phrase without such a name."""
    start, end = words[0].start, words[-1].end
    is_initial = len(words[-1].text) == 1 and cast.text.startswith(".", end)  # "R. hatte gestanden"
    names = cast.within(start, end + is_initial)
    indefinite = words[0].low in (de if language == "de" else en).INDEFINITE
    person = _person(cast, words, names)
    if person is not None and not _belongs_to_other(words, person, language):
        return person
    issuer = issuers.issuer_of(cast, words, names, language)
    if issuer is not None:
        return issuer
    body = _body_within(cast, start, end)
    if body is not None and not indefinite and _is_head(words, body, language) and not _is_in_title(cast, start, body):
        return body
    return _unknown_name(words, names) if language == "en" else None


def _owner(cast: Cast, words: Sequence[Token], language: str) -> Name | None:
    """Return the body whose document speaks: "company filings", "the charity's annual report"; otherwise None."""
    if language != "en" or len(words) < 2:
        return None
    head = head_of(words, language)
    nouns = [token.low.removesuffix("'s") for token in words if head is not None and token.start < head.start]
    noun = next((low for low in nouns if low in words_of.BODIES), None)
    if (
        head is None
        or noun is None
        or not head.low.endswith((*issuers.ISSUED["en"], "filings", "accounts", "documents"))
    ):
        return None
    return body_of(cast, noun, words[0].start, language)


def _body_within(cast: Cast, start: int, end: int) -> Name | None:
    return next((name for name in cast.within(start, end) if not cast.is_person(name)), None)


def _by_role(cast: Cast, words: Sequence[Token], language: str, scene: Scene) -> Speaker:
    """Return whom a role or a general word such as "the woman" means; the phrase itself if nobody fits."""
    unnamed = unnamed_before(cast, words, language, scene)
    if unnamed is not None:
        return unnamed
    start, end = words[0].start, words[-1].end
    if language == "de" and words[0].low in MANY and scene.plural:
        return Speaker((start, end))  # "Forscher warnen"
    holder = _holder(cast, words, language, scene)
    if holder is not None and start <= holder.start < end and _belongs_to_other(words, holder, language):
        return Speaker((start, end))  # "the government of President Ann Lee"
    if holder is not None and (_body_within(cast, start, end) is None or cast.is_person(holder)):
        return Speaker((holder.start, holder.end), holder, banks.others(cast, words, holder))
    later = None if scene.is_headline else named_next(cast, words, language, scene)
    return named(later) if later is not None else Speaker((start, end))


def _person(cast: Cast, words: Sequence[Token], names: Sequence[Name]) -> Name | None:
    """Return the person that a phrase names, or None.

    A name in the genitive before a noun does not count: "Soderholm’s coach", "Mühlaus Stürmer Efe Yilmaz".
    """
    persons = (name for name in names if cast.is_person(name))
    return next((name for name in persons if not cast.is_owner(name)), None)


def _holder(cast: Cast, words: Sequence[Token], language: str, scene: Scene) -> Name | None:
    """Return the name that a role stands for ("the minister", "das Unternehmen", "boss" in a headline), or None."""
    head = head_of(words, language)
    if head is None:
        return None
    start, gender = words[0].start, 0
    if head.low in _NO_HOLDER and language == "de":
        return None
    if scene.is_headline and head.low in _DOCUMENTS:
        return publisher(cast, head.low, words[-1].end)
    if scene.is_headline and head.low in _HEARING:
        return witness(cast, words[-1].end)
    if language == "de" and head.is_capital:
        gender = gender_of(words[0].low, head.low)
    owned = words[0].low in words_of.POSSESSIVES  # "her lawyer" is not the barrister of somebody else
    roles = [] if banks.of_phrase(cast, words) else [head.low] if owned else _same_roles(head.low)
    roles += forms_of(head.low) if language == "de" else []
    rank = next((token.low for token in words if token.low in _RANKS and token.start < head.start), "")
    holder = next(filter(None, (cast.roles.holder(role, start, gender, rank=rank) for role in roles)), None)
    if holder is not None and language == "en" and _has_other_office(cast, words, head, holder):
        return None
    if holder is not None:
        return holder
    bodies = words_of.ALL_BODIES if language == "de" else words_of.BODIES
    if head.low in bodies or (language == "de" and _body_in(head.low)):
        return _body_meant(cast, words, head, language, scene)
    is_office = len(words) > _BARE_WORDS and head.low in _UNIQUE_OFFICES and rank != "former"
    is_office = is_office and not scene.is_headline
    if is_office or not is_person(cast, words, head, language, scene):
        return None
    return of_person(cast, words, head, language, scene)


def _has_other_office(cast: Cast, words: Sequence[Token], head: Token, holder: Name) -> bool:
    """Return whether somebody holds another office: "the energy secretary" is not a union's general secretary."""
    if head.low not in _OFFICES:
        return False
    kinds = {token.low for token in words if token.start < head.start and token.text.islower()} - en.DETERMINERS
    known = cast.roles.of(holder) - {head.low}
    return bool(kinds and known) and kinds.isdisjoint(known)


def _body_meant(cast: Cast, words: Sequence[Token], head: Token, language: str, scene: Scene) -> Name | None:
    """Return the body that a phrase with a noun for a body means, or None; in a headline one that the article names."""
    start, owned = words[0].start, words[0].low in words_of.POSSESSIVES
    bare = _MOST_CHAIN_WORDS if head.low in words_of.CHAINS else _BARE_WORDS
    nouns = [token for token in words if not _ADJECTIVE.search(token.text)]
    many = len(nouns) > bare or (words[0].low == "die" and head.low in _SAME_IN_PLURAL)
    if scene.is_headline and words[0].low not in words_of.POSSESSIVES and not many:
        fits = _FITTING.get(head.low, _ANY)
        after = (name for name in cast.names if name.start > start and name.label == "ORG")
        return next((name for name in after if fits.search(cast.text, name.start, name.end)), None)
    if many and language == "en" and _is_only_body(cast, words):
        if head.low == "authority" and words[-2].low != "local":  # "the port authority" is no council
            return cast.body_before(start, _AUTHORITY.search)
        return body_of(cast, head.low, start, language)
    return None if many or owned else body_of(cast, head.low, start, language)


def _is_only_body(cast: Cast, words: Sequence[Token]) -> bool:
    """Return whether "the grid operator" or "the maker of clocks" can only mean the one body named so far."""
    is_owned = any(cast.text[token.end - 1 : token.end + 1] in _OWNING or token.text[-2:] in _OWNING for token in words)
    if words[0].low != "the" or is_owned or cast.within(words[0].start, words[-1].end):
        return False
    return cast.bodies_before(words[0].start) == 1


def _same_roles(role: str) -> list[str]:
    """Return a role and others that mean the same; for "Nordsund-Chefin" also those of "Chefin"."""
    noun = role.rpartition("-")[2]
    return list(dict.fromkeys((role, *_SAME_ROLE.get(role, ()), noun, *_SAME_ROLE.get(noun, ()))))


def _body_in(noun: str) -> str:
    """Return the noun for a body that a German compound ends with ("konzern" for "Autokonzern"), "" for none."""
    return next((body for body in words_of.COMPOUND_BODIES if noun.endswith(body) and noun != body), "")


def body_of(cast: Cast, noun: str, start: int, language: str) -> Name | None:
    """Return the organisation that a noun such as "the company" stands for, or None.

    It is the last one named, and in German the gender must fit.
    """
    name = cast.body_before(start)
    if noun in banks.NOUNS:
        return next(iter(banks.meant(cast, noun, start)), name)
    if noun in _FITTING:
        return cast.body_before(start, _FITTING[noun].search)
    if noun in words_of.TRADERS:  # "the company" is neither a court nor a union
        return cast.body_before(start, lambda words: _PUBLIC.search(words) is None)
    if language == "de" and noun in words_of.COMPANIES and name is not None and name.label == "ORG":
        return cast.last_before(start, lambda each: _may_trade(cast, each))
    if noun in _WATCHING:  # "the regulator" means an authority, even if a company was named last
        authority = cast.body_before(start, _AUTHORITY.search) or cast.body_before(start, _ACRONYM.search)
        return authority or (name if language == "de" else None)
    if name is None or language != "de" or noun in words_of.COMPANIES:
        return name
    if _body_in(noun):
        return name if cast.bodies_before(start) == 1 else None
    return name if cast.genders.of(name) & (body_gender(noun) or MALE | FEMALE | NEUTER) else None


def _may_trade(cast: Cast, name: Name) -> bool:
    """Return whether a German name may be a company's: not that of a union, an association, an office or a party."""
    if name.label != "ORG" or cast.is_person(name) or _OTHER_BODY.search(cast.text, name.start, name.end) is not None:
        return False
    return not any(role.endswith(_OTHER_BODIES) for role in cast.roles.of(name))


def may_mean(noun: str, words: str) -> bool:
    """Return whether a noun may stand for a body with a name of these words: "the regulator" only for an authority.

    "Die Gewerkschaft" is no company. "Die Behörde" may be any office, whatever its name.
    """
    if noun == "gewerkschaft":
        return _UNIONS.search(words) is not None
    return noun not in _WATCHDOGS or _AUTHORITY.search(words) is not None or _ACRONYM.search(words) is not None


def body_noun(phrase: Sequence[Token], language: str) -> str:
    """Return the noun of a phrase if it means a body ("the union", "die Baugewerkschaft"), otherwise ""."""
    words = [token for token in phrase if token.is_word]
    head = head_of(words, language) if words else None
    if head is None:
        return ""
    if language == "en":
        return head.low if head.low in words_of.BODIES or head.low in ENGLISH_BODIES else ""
    return head.low if body_gender(head.low) or head.low.endswith(_BODY_ENDINGS) else ""


def _unknown_name(words: Sequence[Token], names: list[Name]) -> Name | None:
    """Return a name that no source has found: two or more capitalised words at the phrase's end, or None."""
    governing = words[-1].low in _GOVERNING and len(words) > 1 and words[-2].low not in en.DETERMINERS
    if governing and words[-2].is_capital:  # "the Scottish government", but not "The government"
        return Name(words[-2].start, words[-1].end, "ORG")
    first = len(words)
    while first > 0 and words[first - 1].is_capital and words[first - 1].low not in en.DETERMINERS:
        first -= 1
    before = [token.low for token in words[:first]]
    if _MANY_OFFICES.fullmatch(words[-1].text):
        return None  # "Opposition MPs"
    if is_adherent(" ".join(token.text for token in words[first:])):
        return None  # "The Liberal Democrat"
    if before and before[-1] in en.DETERMINERS and words[-1].low in _CAPITAL_OFFICES:
        return None  # "The Chief Constable", "its Finance Director"
    if len(words) - first < _FEWEST_NAME_WORDS or names or set(before) & en.PHRASE_GLUE:
        return None
    body = bool(before) and (before[0] in en.DETERMINERS or before[-1] in words_of.BODIES)
    first = first if body else max(first, len(words) - _FEWEST_NAME_WORDS)
    return Name(words[first].start, words[-1].end, "ORG" if body else "PER")


def _belongs_to_other(words: Sequence[Token], person: Name, language: str) -> bool:
    """Return whether the words before a person name another speaker: "a spokesman for Anna Kurz"."""
    glue = {"von", "des", "für"} if language == "de" else {"for", "of", "to", "behind", "by"}
    before = [token for token in words if token.start < person.start]
    if language == "en" and person.end == words[-1].end and _is_office(before[-1:], glue):
        before = []  # "cabinet member for transport Ann Lee"
    return any(token.low in glue for token in before[1:][-2:]) and before[0].low not in words_of.TITLES


def _is_office(last: Sequence[Token], glue: Collection[str]) -> bool:
    """Return whether the last word before an English name is the field of an office: "member for transport Ann Lee"."""
    return any(
        token.text.islower() and token.low not in {*en.DETERMINERS, *glue} and not may_be_person(token.low)
        for token in last
    )


def _is_head(words: Sequence[Token], body: Name, language: str) -> bool:
    """Return whether the phrase means the body itself, not somebody who belongs to it."""
    before = [token for token in words if token.start < body.start]
    if language == "en":
        return not any(token.low in en.PHRASE_GLUE for token in before) and not any(
            token.start >= body.end and token.low not in {"s", "'s"} for token in words
        )
    nouns = [token for token in before if token.is_capital and token.low not in de.DETERMINERS]
    if body.label == "LOC" and any(token.low.endswith(words_of.FORCES) for token in nouns):
        return False  # "die Polizei Neustadt"
    glue = [token for token in before[1:] if token.low in de.GENITIVES or token.low in de.FROM]
    return not glue and not any(token.low in de.PERSONAL_ROLES for token in nouns)


def _is_in_title(cast: Cast, start: int, name: Name) -> bool:
    """Return whether a name is only a part of a quoted title: "Auental" of "die Initiative „Auental bleibt grün“"."""
    before, after = cast.text[start : name.start], cast.text[name.end : name.end + 1]
    opening = max(before.rfind(mark) for mark in QUOTES)
    return opening >= 0 and (opening + 1 < len(before) or after not in QUOTES)
