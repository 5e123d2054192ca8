"""Finding the speaker that a noun phrase means: a name, a role or pronoun for a name, or somebody unnamed."""

import re
from collections.abc import Callable, Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import NOBODY, Name, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import ENGLISH_BODIES, FEMALE, MALE, MANY, NEUTER, body_gender
from annotator.suggest.claims.people.pronouns import Scene, resolve
from annotator.suggest.claims.sentence_words import Token

_FEWEST_NAME_WORDS = 2
_BODIES = frozenset(
    "unternehmen konzern firma hersteller zulieferer company firm group trust charity network bank retailer carmaker"
    " manufacturer operator utility supplier union association agency regulator watchdog club party society institute"
    " foundation lender airline developer contractor publisher broadcaster organisation organization maker builder"
    " brewery department ministry haulier insurer carrier brewer housebuilder startup start-up automaker chipmaker"
    " drugmaker supermarket".split()
)
_GERMAN_BODIES = frozenset((
    "unternehmen", "konzern", "firma", "hersteller", "zulieferer", "verband", "verein", "gewerkschaft", "behörde",
    "institut", "stiftung", "organisation", "agentur", "klub", "partei", "betreiber", "initiative", "händler", "club",
    "bündnis", "sender",
))  # fmt: skip
_COMPANIES = frozenset("unternehmen konzern firma hersteller zulieferer betreiber händler".split())
_COMPOUND_BODIES = (  # endings of nouns for a body: "das Geldinstitut", "der Autokonzern"
    "konzern", "unternehmen", "firma", "hersteller", "institut", "betreiber", "verband", "organisation", "gewerkschaft",
    "behörde", "gesellschaft",
)  # fmt: skip
_NO_PERSONS = frozenset(
    "police report study survey review letter document statement paper book article website newspaper article bill law"
    " email post message poll data research public crowd media press jury opposition left right majority people world"
    " state country town city nation village county region industry market sector plan idea figure number".split()
)
_OF_THEIR_OWN = frozenset(  # such people mostly have no name in the article, or belong to somebody
    "judge referee prosecutor coroner driver witness spokesman spokeswoman spokesperson mother father wife husband son"
    " daughter brother sister parent neighbour friend colleague lawyer solicitor girl boy child victim suspect caller"
    " richter richterin staatsanwalt staatsanwältin verteidiger verteidigerin fahrer fahrerin schiedsrichter"
    " schiedsrichterin zeuge zeugin polizist polizistin gutachter gutachterin kritiker sprecher sprecherin mutter vater"
    " ehefrau ehemann sohn tochter bruder schwester nachbar nachbarin freund freundin kollege kollegin anwalt anwältin"
    " junge mädchen kind opfer verdächtige verdächtiger anrufer anruferin".split()
)
_WATCHING = frozenset("regulator watchdog behörde".split())
_AUTHORITY = re.compile(r"(?:Authority|Commission|Regulator|Ofcom|Ofgem|Ofwat|Ofsted|amt|behörde|agentur|aufsicht)\b")
_MOST_ROLE_WORDS = 3
_BARE_WORDS = 2  # the most words of a bare noun: "the union", not "the tenants' union"
_OWNED = frozenset("der des vom von".split())
_FORCES = ("polizei", "feuerwehr", "staatsanwaltschaft")
TITLES = frozenset("mr mrs ms miss dr prof sir lady lord herr frau".split())
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
_ANYBODY = frozenset("politiker politikerin politician rentner rentnerin pensioner".split())
_AGED = re.compile(r"\d+-(?:jährige[rn]?|year-old)\Z")
_OBJECT_PRONOUNS = frozenset("her him them ihm ihr ihnen".split())


def named(name: Name) -> Speaker:
    """Return a name as a speaker."""
    return Speaker((name.start, name.end), name)


def speaker_of(
    cast: Cast, phrase: Sequence[Token], language: str, scene: Callable[[], Scene], *, is_headline: bool
) -> Speaker:
    """Return the speaker that a noun phrase refers to.

    Args:
        cast: The names of the article.
        phrase: The tokens of the noun phrase.
        language: ``"de"`` or ``"en"``.
        scene: Returns the surroundings of the phrase, which pronouns and roles need.
        is_headline: Whether the phrase is in a headline.
    """
    words = [token for token in phrase if token.is_word]
    if not words:
        return NOBODY
    start, end = words[0].start, words[-1].end
    known = de if language == "de" else en
    if len(words) == 1 and words[0].low in known.PRONOUNS | _OBJECT_PRONOUNS:
        return resolve(cast, (start, end), words[0].low, scene())
    if len(words) == 1 and words[0].low == "es" and language == "de":
        who = resolve(cast, (start, end), "es", scene())
        return who if who.name is not None and cast.genders.of(who.name) == NEUTER else Speaker((start, end))
    names = cast.within(start, end)
    indefinite = words[0].low in known.INDEFINITE
    person = next((name for name in names if cast.is_person(name)), None)
    if person is not None and not _belongs_to_other(words, person, language):
        return named(person)
    body = next((name for name in names if not cast.is_person(name)), None)
    if body is not None and not indefinite and _is_head(words, body, language):
        return named(body)
    if names and not indefinite and words[0].start == names[0].start and names[0].end >= end:
        return named(names[0])
    unknown = _unknown_name(words, names) if language == "en" else None
    if unknown is not None:
        return named(unknown)
    if not indefinite and (words[0].low in known.DETERMINERS | {"bürgermeister"} or is_headline):
        holder = _holder(cast, words, language, scene())
        if holder is not None and (body is None or cast.is_person(holder)):
            return named(holder)
    return Speaker((start, end))


def _holder(cast: Cast, words: Sequence[Token], language: str, scene: Scene) -> Name | None:
    """Return the name that a role stands for ("the minister", "das Unternehmen", "boss" in a headline), or None."""
    head = _head(words, language)
    if head is None:
        return None
    start, gender = words[0].start, 0
    if language == "de" and words[0].low in {"der", "die"} and head.is_capital:
        gender = FEMALE if head.low.endswith("in") else 0
    for role in (head.low, *_SAME_ROLE.get(head.low, ())):
        holder = cast.holder(role, start, gender)
        if holder is not None:
            return holder
    if language == "de":
        body = head.low if head.low in _BODIES | _GERMAN_BODIES or _body_in(head.low) else ""
    else:
        body = head.low if head.low in _BODIES else ""
    if body and len(words) > _BARE_WORDS:
        return None
    if body:
        return _body(cast, body, start, language)
    if not _is_person(cast, words, head, language, scene):
        return None
    return _of_person(cast, words, head, language, scene)


def _body_in(noun: str) -> str:
    """Return the noun for a body that a German compound ends with ("konzern" for "Autokonzern"), "" for none."""
    return next((body for body in _COMPOUND_BODIES if noun.endswith(body) and noun != body), "")


def _body(cast: Cast, noun: str, start: int, language: str) -> Name | None:
    """Return the organisation that a noun such as "the company" stands for, or None.

    It is the last one named, and in German the gender must fit.
    """
    name = cast.body_before(start)
    if noun in _WATCHING:  # "the regulator" means an authority, even if a company was named last
        return cast.body_before(start, _AUTHORITY.search) or name
    if name is None or language != "de" or noun in _COMPANIES:
        return name
    if _body_in(noun):
        return name if cast.bodies_before(start) == 1 else None
    return name if cast.genders.of(name) & (body_gender(noun) or MALE | FEMALE | NEUTER) else None


def _is_person(cast: Cast, words: Sequence[Token], head: Token, language: str, scene: Scene) -> bool:
    """Return whether a definite noun may stand for a person whose role the article does not state."""
    if head.low in _OF_THEIR_OWN:
        return False
    is_person = cast.genders.is_person_noun(head.text) or head.low in _ANYBODY or _AGED.search(head.low) is not None
    if language == "en":
        is_person = is_person or _may_be_person(head.low)
        owned = any(token.text.endswith(("'s", "’s", "s’", "s'")) or token.low in en.PHRASE_GLUE for token in words)
        return is_person and not owned and (words[0].low == "the" or scene.is_headline)
    if is_person and any(token.low in _OWNED for token in words[2:]):
        words = words[:_MOST_ROLE_WORDS]  # without "der Universität" in "der Forscher der Universität"
    if len(words) > _MOST_ROLE_WORDS or (not scene.is_headline and words[0].low not in {"der", "die", "dem"}):
        return False
    return is_person or (words[0].low in {"der", "dem"} and not body_gender(head.low) and head.low not in MANY)


def _may_be_person(noun: str) -> bool:
    """Return whether an English noun may be a single person: it is no known body or document, and not a plural."""
    return not (
        noun in _NO_PERSONS or noun in ENGLISH_BODIES or noun in _BODIES or (noun[-1] == "s" and noun[-2:] != "ss")
    )


def _of_person(cast: Cast, words: Sequence[Token], head: Token, language: str, scene: Scene) -> Name | None:
    """Return the person who stands out most, or None, also if the noun was introduced without a name ("a driver")."""
    start = words[0].start
    if cast.is_introduced(head.text, start):
        return None
    if language == "en":
        low = "she" if head.low.endswith("woman") else "he" if head.low.endswith("man") else "anyone"
    else:
        low = "she" if head.low.endswith("in") or words[0].low == "die" else "he"
    if scene.is_headline:
        gender = {"she": FEMALE, "he": MALE}.get(low, MALE | FEMALE)
        return cast.first_person(words[-1].end, gender)
    return resolve(cast, (start, words[-1].end), low, scene, persons=True).name


def body_noun(phrase: Sequence[Token], language: str) -> str:
    """Return the noun of a phrase if it means a body ("the union", "die Baugewerkschaft"), otherwise ""."""
    words = [token for token in phrase if token.is_word]
    head = _head(words, language) if words else None
    if head is None:
        return ""
    if language == "en":
        return head.low if head.low in _BODIES | ENGLISH_BODIES else ""
    return head.low if body_gender(head.low) or head.low.endswith(tuple(_BODIES | _GERMAN_BODIES)) else ""


def _unknown_name(words: Sequence[Token], names: list[Name]) -> Name | None:
    """Return a name that no source has found: two or more capitalised words at the phrase's end; None without one."""
    if words[-1].low in _GOVERNING and len(words) > 1 and words[-2].is_capital:  # "the Scottish government"
        return Name(words[-2].start, words[-1].end, "ORG")
    first = len(words)
    while first > 0 and words[first - 1].is_capital and words[first - 1].low not in en.DETERMINERS:
        first -= 1
    before = [token.low for token in words[:first]]
    if len(words) - first < _FEWEST_NAME_WORDS or names or set(before) & en.PHRASE_GLUE:
        return None
    body = bool(before) and (before[0] in en.DETERMINERS or before[-1] in _BODIES)
    first = first if body else max(first, len(words) - _FEWEST_NAME_WORDS)
    return Name(words[first].start, words[-1].end, "ORG" if body else "PER")


def _belongs_to_other(words: Sequence[Token], person: Name, language: str) -> bool:
    """Return whether the words before a person name another speaker: "a spokesman for Anna Kurz"."""
    glue = {"von", "des", "für"} if language == "de" else {"for", "of", "to", "behind"}
    before = [token.low for token in words if token.start < person.start]
    return any(word in glue for word in before[-2:]) and before[0] not in TITLES


def _is_head(words: Sequence[Token], body: Name, language: str) -> bool:
    """Return whether the phrase means the body itself, not somebody who belongs to it."""
    before = [token for token in words if token.start < body.start]
    if language == "en":
        return not any(token.low in en.PHRASE_GLUE for token in before) and not any(
            token.start >= body.end and token.low not in {"s", "'s"} for token in words
        )
    nouns = [token for token in before if token.is_capital and token.low not in de.DETERMINERS]
    if body.label == "LOC" and any(token.low.endswith(_FORCES) for token in nouns):
        return False  # "die Polizei Neustadt"
    glue = [token for token in before[1:] if token.low in de.GENITIVES or token.low in de.FROM]
    return not glue and not any(token.low in de.PERSONAL_ROLES for token in nouns)


def _head(words: Sequence[Token], language: str) -> Token | None:
    if language == "de":
        return next((t for t in words if (t.is_capital or _AGED.search(t.low)) and t.low not in de.DETERMINERS), None)
    end = next((n for n, token in enumerate(words) if n > 0 and token.low in en.PHRASE_GLUE), len(words))
    return words[end - 1]
