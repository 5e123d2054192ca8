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
    unclear: bool = False


_REGULAR = (
    "add admit announce argue ask assert acknowledge believe claim comment complain concede conclude confirm contend"
    " declare deny describe dispute doubt estimate expect explain fear hope insist joke maintain mention note"
    " observe point predict promise pledge propose question reason recall remark reply report respond reveal"
    " state stress suggest suspect testify urge vow warn wonder boast forecast emphasise emphasize demand criticise"
    " caution recommend call accuse blame allege calculate find show indicate stipulate reckon guess tweet shout"
    " whisper"
    " agree repeat counter inform remind assure apologise offer plan intend aim threaten advise praise"
    " reject discover disagree"
    " affirm attest aver bemoan certify concur confess confide contest conjecture decry deplore disclose envisage"
    " envision exclaim foretell fret gripe grumble guarantee hint hypothesise hypothesize imply infer insinuate lament"
    " moan muse object opine plead posit postulate profess prophesy protest quip rebut recount regret reiterate"
    " rejoin relate retort scoff sigh signal speculate surmise theorise theorize underline underscore verify volunteer"
    " worry appeal beg implore encourage instruct lobby petition request name identify"
)
_STRONG = """
say says said said
tell tells told told
write writes wrote written
foresee foresees foresaw foreseen
swear swears swore sworn
understand understands understood understood
read reads read read
think thinks thought thought
find finds found found
hear hears heard heard
rule rules ruled ruled
show shows showed shown
put puts put put
"""
_PROGRESSIVE = frozenset("demand call urge warn ask claim argue insist propose".split())
_GERUNDS = (
    "say argue write claim insist add warn note explain stress promise maintain suggest complain concede admit allege"
    " declare predict pledge vow tell accuse urge call demand blame describe deny question acknowledge confirm"
    " announce reveal estimate hope fear believe contend assert reason reiterate emphasise emphasize lament joke"
    " conclude caution wonder recall recommend propose dispute state threaten remark underline imply hint"
)
PARTICLES: MappingProxyType[str, str] = MappingProxyType({"rule": "out", "point": "out"})
_IRREGULAR_PAST = {"forecast": "forecast", "find": "found", "show": "showed", "foretell": "foretold"}
_DOUBLING = frozenset("admit beg concur fret infer plan quip rebut regret".split())  # "admitted"
_NOUNS = frozenset(
    "claim claims report reports estimate estimates comment comments demand demands doubt doubts hope hopes fear fears"
    " forecast forecasts warning question questions state states note notes promise promises pledge pledges reply plan"
    " plans aim aims call calls blame offer offers point points show shows praise reason reasons dispute disputes"
    " complaint find finds remark remarks vow vows counter tweet tweets joke jokes response suspect suspects believed"
    " thought guess caution shout repeat expected planned alleged regret regrets object objects signal signals protest"
    " protests request requests petition petitions appeal appeals hint hints lobby worry worries sigh sighs gripe"
    " gripes"
    " grumble grumbles moan moans lament laments guarantee guarantees muse retort retorts quip quips volunteer"
    " volunteers name names underscore read reads contest contests".split()
)
_TOLD = frozenset("tell inform remind assure warn ask advise".split())
_ONLY_CLAUSE = frozenset(
    "show find note state question doubt fear hope indicate call describe offer agree praise put think believe expect"
    " plan intend aim report estimate suspect reason mention calculate apologise propose blame accuse demand forecast"
    " guess recall reveal threaten rule reject bemoan certify confess contest decry deplore disclose envisage envision"
    " foretell fret gripe grumble guarantee hint imply infer insinuate lament object plead posit postulate profess"
    " prophesy protest rebut recount regret relate signal surmise underline underscore verify volunteer worry appeal"
    " beg"
    " implore encourage instruct lobby petition request name identify foresee swear understand read".split()
)
AFTERWARDS = frozenset("recall report reveal believe reckon".split())
"""Verbs of `_ONLY_CLAUSE` that may also follow the words if somebody named is their subject."""
_KINDS = {
    **dict.fromkeys(
        "urge demand call recommend propose advise appeal beg implore encourage instruct lobby petition"
        " request".split(),
        Kind.DEMAND,
    ),
    **dict.fromkeys(
        "predict forecast expect fear promise pledge vow threaten plan intend aim rule envisage envision foresee"
        " foretell"
        " guarantee prophesy swear".split(),
        Kind.PREDICTION,
    ),
    **dict.fromkeys("ask wonder question".split(), Kind.QUESTION),
    **dict.fromkeys(
        "hope describe praise complain bemoan decry deplore fret gripe grumble lament moan opine regret scoff"
        " worry".split(),
        Kind.OPINION,
    ),
}
_REFUTE = frozenset("deny dispute doubt reject contest rebut".split())


def _regular(lemma: str) -> set[str]:
    past = lemma + lemma[-1] + "ed" if lemma in _DOUBLING else _IRREGULAR_PAST.get(lemma)
    if lemma.endswith("e"):
        return {lemma, lemma + "s", past or lemma + "d"}
    if lemma.endswith(("sh", "ch", "ss")):
        return {lemma, lemma + "es", past or lemma + "ed"}
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


def _gerund(lemma: str) -> str:
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma.removesuffix("e") if lemma[-2:] != "ee" else lemma
    return stem + "ing"


GERUNDS: MappingProxyType[str, Verb] = MappingProxyType(
    {_gerund(lemma): next(verb for verb in VERBS.values() if verb.lemma == lemma) for lemma in _GERUNDS.split()}
)
"""Forms in -ing of verbs that begin a clause after another one: "…, saying that"."""

# The verbs that may have an object instead of a clause, each with the prepositions before the object; "" for none.
OBJECTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            "accuse urge blame demand deny contest predict forecast promise pledge vow propose recommend describe"
            " rule admit"
            " estimate threaten announce suggest expect put name identify fear suspect foresee guarantee"
            " envisage".split(),
            ("",),
        ),
        **dict.fromkeys("ask appeal plead beg petition lobby".split(), ("for",)),
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
