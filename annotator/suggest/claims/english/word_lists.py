"""English speech verbs, and other words that the rules use."""

from dataclasses import dataclass
from types import MappingProxyType

from annotator.suggest.claims import frame_values
from annotator.suggest.claims.frame_values import Kind


@dataclass(frozen=True, slots=True)
class Verb(frame_values.Verb):
    """A form of an English speech verb.

    ``told``: a hearer follows the verb ("told the BBC"). ``progressive``: the form ends in -ing. ``noun``: the form may
    also be a noun.
    """

    told: bool = False
    progressive: bool = False
    noun: bool = False


_REGULAR = (
    "add admit announce argue ask assert acknowledge believe claim comment complain concede conclude confirm contend"
    " declare deny describe dispute doubt estimate expect explain fear hope insist joke maintain mention note"
    " observe point predict promise pledge propose question reason recall remark reply report respond reveal"
    " state stress suggest suspect testify urge vow warn wonder boast forecast emphasise emphasize demand criticise"
    " caution recommend call accuse blame allege calculate find show indicate stipulate reckon guess tweet shout"
    " whisper"
    " agree repeat counter inform remind assure apologise offer plan intend aim threaten advise praise"
    " reject discover disagree"
)
_STRONG = """
say says said said
tell tells told told
write writes wrote written
think thinks thought thought
find finds found found
hear hears heard heard
rule rules ruled ruled
show shows showed shown
put puts put put
"""
_PROGRESSIVE = frozenset("demand call urge warn ask claim argue insist propose".split())
PARTICLES: MappingProxyType[str, str] = MappingProxyType({"rule": "out", "point": "out"})
_IRREGULAR_PAST = {"admit": "admitted", "forecast": "forecast", "plan": "planned", "find": "found", "show": "showed"}
_NOUNS = frozenset(
    "claim claims report reports estimate estimates comment comments demand demands doubt doubts hope hopes fear fears"
    " forecast forecasts warning question questions state states note notes promise promises pledge pledges reply plan"
    " plans aim aims call calls blame offer offers point points show shows praise reason reasons dispute disputes"
    " complaint find finds remark remarks vow vows counter tweet tweets joke jokes response suspect suspects believed"
    " thought guess caution shout repeat expected planned alleged".split()
)
_TOLD = frozenset("tell inform remind assure warn ask advise".split())
_ONLY_CLAUSE = frozenset(
    "show find note state question doubt fear hope indicate call describe offer agree praise put think believe expect"
    " plan intend aim report estimate suspect reason mention calculate apologise propose blame accuse demand forecast"
    " guess recall reveal threaten rule reject".split()
)
AFTERWARDS = frozenset("recall report reveal believe reckon".split())
"""Verbs of `_ONLY_CLAUSE` that may also follow the words if somebody named is their subject."""
_KINDS = {
    **dict.fromkeys("urge demand call recommend propose advise".split(), Kind.DEMAND),
    **dict.fromkeys(
        "predict forecast expect promise pledge vow threaten plan intend aim rule".split(), Kind.PREDICTION
    ),
    **dict.fromkeys("ask wonder question".split(), Kind.QUESTION),
    **dict.fromkeys("hope describe fear praise complain".split(), Kind.OPINION),
}
_REFUTE = frozenset("deny dispute doubt reject".split())


def _regular(lemma: str) -> set[str]:
    past = _IRREGULAR_PAST.get(lemma)
    if lemma.endswith("e"):
        return {lemma, lemma + "s", past or lemma + "d"}
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return {lemma, lemma[:-1] + "ies", past or lemma[:-1] + "ied"}
    return {lemma, lemma + "s", past or lemma + "ed"}


def _table() -> dict[str, Verb]:
    forms = {form: lemma for lemma in _REGULAR.split() for form in _regular(lemma)}
    for line in _STRONG.strip().splitlines():
        lemma, *strong = line.split()
        forms.update(dict.fromkeys((lemma, *strong), lemma))
    for lemma in _PROGRESSIVE:
        forms[(lemma[:-1] if lemma.endswith("e") else lemma) + "ing"] = lemma
    return {
        form: Verb(
            lemma,
            progressive=form.endswith("ing"),
            kind=_KINDS.get(lemma),
            told=lemma in _TOLD,
            noun=form in _NOUNS,
            only_clause=lemma in _ONLY_CLAUSE,
            refutes=lemma in _REFUTE,
        )
        for form, lemma in forms.items()
    }


VERBS: MappingProxyType[str, Verb] = MappingProxyType(_table())

# The verbs that may have an object instead of a clause, each with the prepositions before the object; "" for none.
OBJECTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            "accuse urge blame demand deny predict forecast promise pledge vow propose recommend describe rule admit"
            " estimate threaten announce suggest expect put".split(),
            ("",),
        ),
        "call": ("for", "on"),
        "warn": ("of", "against"),
        "complain": ("of", "about"),
    }
)

DETERMINERS = frozenset(
    "the a an his her its their our my this that these those some many several two three four most both all one any"
    " another other few no each every critics".split()
)
INDEFINITE = frozenset("a an some many several two three four most few another one".split())
PRONOUNS = frozenset("he she they it".split())
PREPOSITIONS = frozenset(
    "of for from at in on by with to about over under against into through after before during between among across"
    " near without within as than per despite since until".split()
)
PHRASE_GLUE = frozenset("of for from at in with behind on and by".split())
NOT_FINITE_BEFORE = frozenset("to be is are was were been being not to a an the his her its their of by".split())
AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should shall does do did isn't wasn't aren't"
    " weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't didn't doesn't don't".split()
)
PAST = frozenset(
    "fell rose went came took made got began left lost won cost put cut hit paid met kept held stood ran saw knew"
    " found spent brought broke gave led let set sent sold chose said told wrote drove fought bought built caught ate"
    " drank felt thought grew blew threw flew drew slept swam sang rang shook stole stuck struck swore taught tore"
    " woke wore"
    " bent bit chased dealt dug fed fled forgot froze heard hid laid lay lent meant rode sank shot shut spoke sped"
    " swept"
    " rejoined begun".split()
)
CONJUNCTIONS = frozenset("and but or yet so while whereas".split())
SUBORDINATORS = frozenset(
    "when while as after before because although though if unless until once since whether whereas who which that"
    " where".split()
)
ADVERBS = frozenset(
    "also later then still already earlier now again even never often repeatedly once recently simply only just always"
    " first however reportedly yesterday today publicly privately flatly angrily quietly has have had"
    " afterwards afterward tonight bluntly calmly softly tearfully defiantly proudly firmly sternly cheerfully wearily"
    " nervously drily dryly emphatically initially eventually finally briefly openly bitterly".split()
)
LINKING = frozenset("however moreover also but and so then yet meanwhile therefore indeed still instead too".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TAIL_STARTS = (
    PREPOSITIONS
    | WEEKDAYS
    | ADVERBS
    | frozenset(
        "last this when holding adding speaking yesterday laughing smiling citing referring pointing describing"
        " nodding shaking wiping standing sitting bending grinning sighing shrugging".split()
    )
)
OPINION = frozenset(
    "good bad better best worst wrong right wonderful terrible great awful shame disgrace disgraceful scandal nonsense"
    " proud glad happy sad sorry disappointed disappointing hope hoped hopes unfair fair circus absurd disaster"
    " unacceptable reckless brilliant beautiful love hate ugly brave cruel insult regrettable important dangerous"
    " stupid foolish courage farce joke believe believed believes feel felt think thinks thought deserve deserved"
    " enough".split()
)
DEMAND = frozenset("must should need needs ought".split())
FUTURE = frozenset("will would shall won't".split())
