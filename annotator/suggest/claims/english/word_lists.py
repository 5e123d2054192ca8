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
    "accuse acknowledge add admit advise affirm agree aim allege announce answer apologise appeal argue ask assert"
    " assure attest aver beg believe bemoan blame boast calculate call caution certify claim comment complain"
    " concede conclude concur confess confide confirm conjecture contend contest counter criticise declare"
    " decry demand deny deplore describe disagree disclose discover dispute doubt emphasise emphasize"
    " encourage envisage envision estimate exclaim expect explain fear forecast foretell fret gripe grumble"
    " guarantee guess hint hope hypothesise hypothesize identify implore imply indicate infer inform insinuate"
    " insist instruct intend joke lament lobby maintain mention moan muse name note object observe offer opine"
    " petition plan plead pledge point posit postulate praise predict profess promise prophesy propose protest"
    " question quip reason rebut recall reckon recommend recount regret reiterate reject rejoin relate remark"
    " remind repeat reply report request respond retort reveal scoff shout sigh signal speculate state"
    " stipulate stress suggest surmise suspect testify theorise theorize threaten tweet underline underscore"
    " urge verify volunteer vow warn whisper wonder worry"
)
_STRONG = """
feel feels felt felt
forecast forecasted
find finds found found
foresee foresees foresaw foreseen
hear hears heard heard
put puts put put
read reads read read
rule rules ruled ruled
say says said said
show shows showed shown
swear swears swore sworn
tell tells told told
think thinks thought thought
understand understands understood understood
write writes wrote written
"""
_PROGRESSIVE = frozenset("demand call urge warn ask claim argue insist propose".split())
_GERUNDS = (
    "accuse acknowledge add admit allege announce argue assert believe blame call caution claim complain"
    " concede conclude confirm contend declare demand deny describe dispute emphasise emphasize estimate"
    " explain fear hint hope imply insist joke lament maintain note pledge predict promise propose question"
    " reason recall recommend reiterate remark reveal say state stress suggest tell threaten underline urge"
    " vow warn wonder write"
)
PARTICLES: MappingProxyType[str, str] = MappingProxyType({"rule": "out", "point": "out"})
_IRREGULAR_PAST = {"forecast": "forecast", "foretell": "foretold"}
_DOUBLING = frozenset("admit beg concur fret infer plan quip rebut regret".split())  # "admitted"
_NOUNS = frozenset(
    "aim aims alleged answer answers appeal appeals believed blame call calls caution claim claims"
    " comment comments contest"
    " contests counter demand demands dispute disputes doubt doubts estimate estimates expected fear fears"
    " find finds forecast forecasts gripe gripes grumble grumbles guarantee guarantees guess hint hints hope"
    " hopes joke jokes lament laments lobby moan moans muse name names note notes object objects offer offers"
    " petition petitions plan planned plans pledge pledges point points praise promise promises protest"
    " protests question questions quip quips read reads reason reasons regret regrets remark remarks repeat"
    " reply report reports request requests retort retorts shout show shows sigh sighs signal signals state"
    " states suspect suspects thought tweet tweets underscore volunteer volunteers vow vows warning worries"
    " worry".split()
)
_TOLD = frozenset("tell inform remind assure warn ask advise".split())
_ONLY_CLAUSE = frozenset(
    "accuse agree aim answer apologise appeal beg believe bemoan blame calculate call certify confess contest decry"
    " demand deplore describe disclose doubt encourage envisage envision estimate expect fear feel find forecast"
    " foresee foretell fret gripe grumble guarantee guess hint hope identify implore imply indicate infer"
    " insinuate instruct intend lament lobby mention name note object offer petition plan plead posit"
    " postulate praise profess prophesy propose protest put question read reason rebut recall recount regret"
    " reject relate report request reveal rule show signal state surmise suspect swear think threaten"
    " underline underscore understand verify volunteer worry".split()
)
AFTERWARDS = frozenset("believe feel recall report reveal".split())
"""Verbs of `_ONLY_CLAUSE` that may also follow the words if somebody named is their subject."""
_KINDS = {
    **dict.fromkeys(
        "urge demand call recommend propose advise appeal beg implore encourage instruct lobby petition"
        " request".split(),
        Kind.DEMAND,
    ),
    **dict.fromkeys(
        "aim envisage envision expect fear forecast foresee foretell guarantee intend plan pledge predict promise"
        " prophesy rule swear threaten vow".split(),
        Kind.PREDICTION,
    ),
    **dict.fromkeys("ask wonder question".split(), Kind.QUESTION),
    **dict.fromkeys(
        "bemoan complain decry deplore describe fret gripe grumble hope lament moan opine praise regret scoff"
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
            "accuse admit announce blame contest demand deny describe envisage estimate expect fear forecast foresee"
            " guarantee identify name pledge predict promise propose put recall recommend report rule suggest suspect"
            " threaten urge vow".split(),
            ("",),
        ),
        **dict.fromkeys("ask appeal plead beg petition lobby".split(), ("for",)),
        "call": ("for", "on"),
        "warn": ("of", "against"),
        "complain": ("of", "about"),
    }
)

DETERMINERS = frozenset(
    "a all an another any both critics each every few four her his its many most my no one other our several"
    " some that the their these this those three two".split()
)
INDEFINITE = frozenset("a an some many several two three four most few another one".split())
PRONOUNS = frozenset("he she they it".split())
RELATIVES = frozenset("which who whose".split())
PREPOSITIONS = frozenset(
    "about across after against amid among as at before between by despite during for from in into near of on over"
    " per since than through to under until with within without".split()
)
PHRASE_GLUE = frozenset("of for from at in with behind on and by".split())
NOT_FINITE_BEFORE = frozenset("a an are be been being by her his is its not of the their to was were".split())
AUXILIARIES = frozenset(
    "are aren't can can't cannot could could've couldn't did didn't do does doesn't don't had hadn't has hasn't have"
    " haven't is isn't may might might've must must've shall should should've shouldn't was wasn't were weren't will"
    " won't would would've wouldn't".split()
)
PAST = frozenset(
    "ate began begun bent bit blew bought broke brought built came caught chased chose cost cut dealt drank"
    " drew drove dug fed fell felt fled flew forgot fought found froze gave got grew heard held hid hit kept"
    " knew laid lay led left lent let lost made meant met paid put ran rang rejoined rode rose said sang sank"
    " saw sent set shook shot shut slept sold sped spent spoke stole stood struck stuck swam swept swore"
    " taught thought threw told took tore went woke won wore wrote".split()
)
CONJUNCTIONS = frozenset("and but or yet so while whereas".split())
SUBORDINATORS = frozenset(
    "after although as because before if once since that though unless until when where whereas whether which"
    " while who".split()
)
ADVERBS = frozenset(
    "afterward afterwards again already also always angrily bitterly bluntly briefly calmly cheerfully"
    " defiantly drily dryly earlier emphatically even eventually finally firmly first flatly had has have"
    " however initially just later nervously never now often once only openly privately proudly publicly"
    " quietly recently repeatedly reportedly simply softly sternly still tearfully then today tonight wearily"
    " yesterday".split()
)
LINKING = frozenset(
    "additionally also and but consequently furthermore however indeed instead likewise meanwhile moreover nevertheless"
    " nonetheless similarly so still then thereafter therefore thus too yet".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIMES = WEEKDAYS | frozenset(
    "afternoon ago april august autumn december earlier evening february january july june later march may"
    " month months morning night november october recently season september spring summer week weeks winter"
    " year years".split()
)
FINITE = AUXILIARIES | PAST
RELATIVES_OR_THAT = RELATIVES | {"that"}
OWN_OR_ARTICLE = frozenset("a an her his its the their".split())
NO_PHRASE = AUXILIARIES | PREPOSITIONS | SUBORDINATORS | WEEKDAYS
PREPOSITIONS_BUT_OF = PREPOSITIONS - {"of"}
BE = frozenset("is are was were be been being".split())
TAIL_STARTS = (
    PREPOSITIONS
    | WEEKDAYS
    | ADVERBS
    | frozenset(
        "adding bending citing describing grinning holding last laughing nodding pointing referring shaking"
        " shrugging sighing sitting smiling speaking standing this when wiping yesterday".split()
    )
)
