"""Deciding the kind of an English claim by the words of its main clause."""

import re
from collections.abc import Iterable, Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.judging_phrases import ends_in_contrast, is_usual, judges
from annotator.suggest.claims.frame_values import Kind

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CUT = re.compile(
    r"\s+(?:that|which|who|whose|because|when|while|what|where|until|unless|although|though|if|after|before|since)\s+"
)
_CLAUSE_ENDS = re.compile(r"[,;]\s+")
_COPULA_THAT = re.compile(r"\A(?:It|it|There|there)['’]?s?\b(?:\s+\w+){0,5}\s*\Z")
_OPENS = frozenset("if when while although though because since until unless after before as once whatever".split())
_MUST = frozenset("must mustn't should shouldn't ought".split())
_NEEDS = frozenset("need needs needed".split())
_WILL = frozenset("will won't shall would wouldn't i'll we'll they'll you'll he'll she'll it'll gonna".split())
_WOULD_NOT_AHEAD = re.compile(r"\bwould(?:n['’]t| not)?\s+(?:\w+\s+)?(?:have(?! to\b)|like|rather|love|prefer)\b")
_COULD = re.compile(
    r"\bmight\s+(?!have\b)|\b(?:could|may)\s+(?:\w+ly\s+|also\s+|still\s+|soon\s+|even\s+)?(?:cost|lose|lead|rise"
    r"|fall|close|face|become"
    r"|take|mean|cause|happen|end|collapse|double|reach|drop|hit|disappear|grow|burst|spread|trigger|threaten|delay"
    r"|shrink|fail|force|create|climb|go|follow|vanish|arise|emerge|break|flood|win|return|come|bring|see|miss"
    r"|run out|reach|be (?:forced|lost|closed|cut|delayed|hit))\b"
)
_WE_WANT = re.compile(
    r"\A(?:\w+ )?(?:I|[Ww]e|[Tt]hey|[Pp]eople) (?:just |only |all |also )?(?:want|demand)\b(?! to (?:know|thank|say))"
)
_TELLS = re.compile(r"\A(?:\w+ ){1,3}(?:told|asked|warned) (?:me|us|him|her|them|my \w+)\b")
_THEN = re.compile(r",? (?:and|but) (?=(?:\w+ ){0,3}(?:will|would)\b)")
_HAPPENED = re.compile(r"\b(?:had|has|have|was|were|did)\b")
_SHOULD_BY = re.compile(r"\bshould be \w+(?:ed|en|de|ne|ut|t)\b")
_HAVE_TO = re.compile(r"\b(?:have|has|['’]ve)(?: got)? to\b")
_GOING = re.compile(  # for lower-case text, which is searched faster than text in any case
    r"\b(?:is|are|am|'s|'re|’s|’re|was|were)\s+(?:not\s+)?(?:going|due|set|expected|likely|bound|about|unlikely)\s+to\b"
    r"|\b(?:lies?|lay) ahead\b|\b(?:looming|imminent)\b|\b(?:still|yet|worse) to come\b"
    r"|\b(?:likely|unlikely)\s+to\b|\b(?:is|are)\s+(?:meant|scheduled|planned|poised|to\s+(?:be|follow|open|close"
    r"|begin|start))\b"
    r"|\b(?:plans?|wants|aims?|intends?|hopes|promises|faces)\s+(?:to\b|bankruptcy|closure|ruin|years of)"
    r"|\b(?:takes? effect|comes? into force|comes? out|closes?|opens?|ends|starts|begins)\s+(?:in|on|at|by"
    r"|from)\s+(?:the\s+"
    r"(?:end|start|beginning|turn)|\d|next|early|late|spring|summer|autumn|winter|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)"
)
_AHEAD = re.compile(
    r"\b(?:(?:now )?expect(?:s|ed)? (?!to have)(?!it|them)\w|tomorrow|next (?:week|month|year|season|summer"
    r"|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|by (?:20[2-9]\d|the end|the weekend|the summer|the autumn|tonight|tomorrow|next|monday|friday|christmas"
    r"|easter)|in the (?:coming|next)|from (?:next|tomorrow)"
    r"|within (?:a|two|three|\d+|five|ten) (?:weeks?|months?|years?|days?))\b",
    re.IGNORECASE,
)
_BY_TIME = re.compile(
    r"\bby (?:(?:early|late|mid-?)\s?)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|noon|midnight|evening|morning"
    r"|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_PAST = frozenset("was were had did didn't wasn't weren't hadn't".split())
_STRONG = frozenset(
    "abhorrent absurd absurdity abysmal admirable agonising alarming amateurish amazing amusing angry annoying"
    " appalled appalling arrogance arrogant ashamed atrocious awful awkward backward backwards bad badly"
    " baffled baffling barbaric beautiful beautifully believe believed believes best betrayal betrayed bitter"
    " bizarre bland bleak blessing blunder bogus boring botched brave breakthrough breathtaking brilliance"
    " brilliant brilliantly brutal brutally bungled callous catastrophe catastrophic cavalier chaos charade"
    " charming cheap chilling circus clueless clumsy comical commendable complacency complacent concerned"
    " condescending confident contempt convinced convincing courage courageous cowardice cowardly crazy cruel"
    " cruelty cynical cynicism damning dazzling decency decent delight delighted delusional demeaning"
    " demoralising deplorable derisory deserve deserved deserves despair desperate despicable devastated"
    " devastating dignity dire disappointed disappointing disappointment disappoints disaster disastrous"
    " discouraging disgrace disgraceful disgracefully disgusted disgusting disheartening dishonest dishonesty"
    " disingenuous dismal dismayed disproportionate disrespect disrespectful distasteful disturbing dodgy"
    " dreadful dreary dull dysfunctional elegant embarrassed embarrassing enchanting encouraging enjoyable"
    " evil excellent exceptional excessive exciting excruciating exemplary exhilarating exploitative"
    " extraordinary fair fairness fantastic farce farcical fascinating faultless favourite fearless feeble"
    " feel feels fiasco finest flawed flimsy foolhardy foolish forgettable formidable fortunate frankly"
    " frightening frightens frightful frustrated frustrating fudge furious gem genius gimmick glad glorious"
    " godsend good grandstanding grateful great greed greedy grim gripping grotesque gruelling gutted"
    " half-baked half-hearted happy harrowing harsh harsher hate heartbreaking heartbroken heartening"
    " heartless heavenly heavy-handed heroic hideous hollow honest honesty honored honoured hope hopeful"
    " hopefully hopeless horrendous horrible horrific horrified humbled humbling humiliating hypocrisy"
    " hypocritical hysteria idiotic ignorant ill-advised ill-conceived ill-judged ill-timed illogical immature"
    " immoral imposition impressive inadequate inappropriate incompetence incompetent inconsiderate incredible"
    " indecent indefensible indispensable inept inexcusable inexplicable infuriating inhumane injustice insane"
    " insensitive insincere inspirational inspiring insufferable insult insulting intolerable invaluable"
    " irresponsible jewel joke joy lamentable laudable laughable lazy letdown lifeless lifeline loathe lousy"
    " love lovely luck lucky ludicrous mad madness magical magnificent marvellous masterful masterpiece"
    " mean-spirited meaningless mediocre memorable mesmerising mess mindless miserable misery misguided"
    " mistake mockery monstrous naive nasty nightmare nightmarish nonsense nonsensical obscene odious ominous"
    " one-sided opportunistic optimistic out-of-touch outrage outraged outrageous outstanding overblown"
    " overdue overrated overwhelming painful pantomime pathetic patronising persuasive perverse petty pitiful"
    " pleased pointless posturing precious prefer premature preposterous priceless propaganda proud puzzling"
    " reasonable reckless refreshing regret regrets regrettable regretted regretting relieved remarkable"
    " repulsive revolting ridiculous right rude ruinous sad saddened sadly scandal scandalous scared"
    " scaremongering scary sceptical sensational senseless sensible shabby sham shambles shambolic shame"
    " shameful shamefully shocked shocking shoddy short-sighted shortsighted sick silly sinister skeptical"
    " slap slapdash sloppy smug snub sorry soulless spectacular spineless spiteful splendid stellar stifling"
    " stunning stupid stupidity sublime superb superbly surprised sympathy tasteless tedious terrible terrific"
    " terrified textbook thankful think thinks thought thoughtless thrilled thrilling timid tired tiresome"
    " tone-deaf toothless tragedy tragic travesty tremendous triumph troubling ugly unacceptable unambitious"
    " unbearable unbelievable uncaring unconscionable unconvinced unconvincing undemocratic undeserved"
    " undignified uneasy unethical unfair unforgivable unfortunate unfortunately unfounded ungrateful unhappy"
    " unhelpful unimaginative uninspiring unjust unjustified unkind unlucky unnecessary unpleasant"
    " unprofessional unrealistic unreasonable unsatisfactory unsettling untenable unthinkable unwelcome unwise"
    " unworkable uplifting upset upsetting useless vandalism vile vindictive vital vulgar waste wasteful weird"
    " welcome welcomed well-deserved whitewash wicked wise wish witch-hunt woeful wonderful worried worrying"
    " worse worst worthless worthwhile wrong wrongheaded".split()
)
_WEAK = frozenset(
    "afraid always better big clear dangerous difficult easy enough everybody everyone fear hard heart"
    " important long never nobody nothing poor rich serious simple small soul strong weak".split()
)
_CARRIED_BY_THAN = frozenset("better worse best worst good enough".split())
_TOO = re.compile(
    r"\btoo (?:late|little|much|many|few|high|low|small|big|slow|fast|far|long|expensive|weak|early|often|easy|hard"
    r"|soon|complicated)\b"
)
_PHRASES = re.compile(
    r"\b(?:nothing (?:\w+ )?to do with|over the top|up to the (?:job|task)|hardly call|the easy way out"
    r"|in the wrong place"
    r"|no alternative|could not (?:support|accept|believe|understand|afford|go on|carry on)|(?:lost"
    r"|losing) (?:control|touch|its way|his way|her way|their way)"
    r"|more than (?:its|their|his|her) (?:fair )?share|decides who|fast enough|good enough|(?:is|are|was"
    r"|were) to blame|could (?:easily )?have \w+(?:ed|en|ught|one|won|ade)"
    r"|only (?:ever )?about (?:the )?money|nothing (?:but|more than)|anything but|have liked|missed? the point|no finer"
    r"|nothing left|(?:has|have) earned (?:this|it|that)|mad(?:e|e up) (?:my|his|her|our|their) minds?"
    r"|look (?:\w+ ){1,4}in the eye|under (?:my|his|her|our|their) feet|more interesting|only one can be right"
    r"|[Yy]ou could (?:not )?(?:put|have|call|say)|every right|no right|(?:is|are|was) bluffing"
    r"|(?:has|have|had) (?:every|little|no|full|great) (?:faith|confidence|trust|respect|sympathy)|second-class"
    r"|(?:good|better|worse) than nothing|treats? (?:\w+ ){1,3}like|up to scratch|beyond belief|go(?:es)? too far)\b"
)
_NOT_WRONG = re.compile(r"\bwrong (?:side|way|place|time|man|woman|address|number)\b")
_UNABLE = re.compile(r"\b(?:un(?!able)|in(?!visib)|ir|im)\w{3,}(?:able|ible)\b")
_THERE = re.compile(r"\b[Tt]here(?:'s| is| are| isn't| aren't)\b")
_SHOULD_HAVE = re.compile(r"\b(?:should|ought to|shouldn['’]t|should never)(?: not| never)? have\b(?! to\b)")
_MUST_HAVE = re.compile(r"\bmust have\b")
_PREDICATE = re.compile(
    r"(?:\b(?:is|are|am)|\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Tt]here|[Ww]ho|[Ww]hat|[Hh]ere)['’]s|['’]re|\bisn['’]t"
    r"|aren['’]t|['’]m)\s+(?:not\s+|simply\s+|just\s+|really\s+|so\s+|very\s+"
    r"|only\s+|still\s+)*"
    r"(?P<next>\w+)"
)
_FACT_NEXT = frozenset(
    "already at based been behind being between by closed due empty for from full here in made now of on one"
    " open over owned part the there three to two under with".split()
)
_IMPERATIVES = frozenset(
    "act ask ban bring build call close come do don't drop end fix get give go help keep learn leave let"
    " listen look make open pay please put read remember resign sack save scrap send show start stay stop take"
    " tell think try vote wait".split()
)
_LETS = re.compile(r"\A(?:let['’]s|let us|do not|never again|enough is enough)\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:it is|it was|it['’]s) (?:high |about )?time\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘’]{3,}(?:[’'][a-z]+[^“”\"‘’]*)*)[”\"’]")
_NESTED = re.compile(r"(?<!\w)['‘][^'‘]{3,}'(?!\w)")
_FEELS = frozenset("hope believe think feel wish i'm".split())
_FEW_NUMBERS = frozenset(
    "days eight eleven five four half hours hundred million months nine once seven six ten thirty thousand"
    " three twelve twenty twice two weeks years".split()
)
_COMMON = frozenset("best better fair good great right worse worst".split())  # beside a figure they compare
_WEIGHTY = frozenset("important dangerous difficult enough".split())
_ABLE = frozenset("can could may have has can't cannot i've we've they've".split())
_PAST_OR_AHEAD = _PAST | _WILL
_OF_EVENTS = _FEW_NUMBERS | en.PAST
_GIVES_ORDERS = frozenset("ordered told asked instructed keep".split())


AUTHOR_CUES = _MUST | _STRONG | _WILL | _NEEDS | frozenset(["let", "time", "too"])
"""Lower-case words; a sentence without any of them is not a clear judgement by the author."""
WEIGHING = _WEAK | frozenset("we us our not no can cannot only less more than without".split())
"""Lower-case words that mark judgements in opinion pieces; in news, plain sentences have them too."""


def kind_of(words: str, verb: Kind | None, *, is_direct: bool) -> Kind:
    """Return the kind of a claim, given its words and the kind that its speech verb suggests, if any."""
    plain = words.replace("’", "'") if is_direct else words
    if is_direct:
        plain = _NESTED.sub(" ", plain)
    main = _first_of_two(_main_clause(plain))
    told = _TELLS.search(main) if is_direct else None
    if told is not None:
        main = main[: told.end()]
    low = [word.lower() for word in _WORD.findall(main)]
    every = set(low)
    digits = any(map(str.isdigit, words))
    if _demands(main, low, every, is_direct=is_direct):
        return Kind.DEMAND
    if verb is Kind.OPINION and low[:1] != ["seeing"]:
        return Kind.OPINION
    ahead = _is_ahead(main, every)
    if ahead and not every & _FEELS:
        return Kind.PREDICTION
    if _is_judged(plain, main, every, digits=digits, is_direct=is_direct, ahead=ahead):
        return Kind.OPINION
    return Kind.PREDICTION if ahead else Kind.FACT


def _first_of_two(main: str) -> str:
    """Return the first of two clauses if only the second tells the future: "it had the letter and would reply"."""
    found = _THEN.search(main)
    return main[: found.start()] if found is not None and _HAPPENED.search(main[: found.start()]) else main


def is_judging(words: Iterable[str]) -> bool:
    """Return whether any of these lower-case words expresses a judgement."""
    return not _STRONG.isdisjoint(words)


def _main_clause(words: str) -> str:
    """Return the main clause: the first clause, or the one after an initial subordinate clause."""
    clauses = _CLAUSE_ENDS.split(words)
    first = clauses[0].split(" ", 1)[0].lower().strip("“\"‘'")
    if first in _OPENS and len(clauses) > 1:
        words = ", ".join(clauses[1:])
    cut = _CUT.search(words)
    if cut is None or _COPULA_THAT.match(words[: cut.start()]) or len(words[: cut.start()].split()) < 2:
        return words
    begins = words[: cut.start()].rsplit(" ", 1)[-1].lower()
    if begins in {"think", "believe", "feel", "hope", "is", "say", "know", "mean"} and cut[0].strip() == "that":
        return words
    return words[: cut.start()]


def _demands(main: str, low: Sequence[str], every: set[str], *, is_direct: bool) -> bool:
    """Return whether a main clause demands something: "must", "should be", "Let us", "Stop"."""
    if not low:
        return False
    if _LETS.match(main) or _TIME.search(main):
        return True
    if is_direct and _WE_WANT.search(main):
        return True
    if is_direct and low[0] in _IMPERATIVES and len(low) > 1 and low[1] not in {"is", "are", "was", "has", "will"}:
        return True
    if _SHOULD_BY.search(main) and (_AHEAD.search(main) or _BY_TIME.search(main)):
        return False  # "power should be restored by Monday night"
    if every & _MUST:
        return not (_SHOULD_HAVE.search(main) or _MUST_HAVE.search(main)) and low[0] not in {"nobody", "no"}
    if every & _NEEDS:
        place = next(n for n, word in enumerate(low) if word in _NEEDS)
        follows = low[place + 1] if place + 1 < len(low) else ""
        before = low[place - 1] if place > 0 else ""
        return low[place] != "needed" and (follows == "to" or before == "we") and not every & _WILL
    return is_direct and _HAVE_TO.search(main) is not None and "i" not in every and not every & _PAST_OR_AHEAD


def _is_judged(words: str, main: str, every: set[str], *, digits: bool, is_direct: bool, ahead: bool) -> bool:
    """Return whether a claim judges: with a word such as "shameful", a turn of phrase or a quoted word."""
    if _PHRASES.search(main) or judges(main.lower(), every):
        return True
    if _SHOULD_HAVE.search(main) or (_TOO.search(main) and not digits) or _UNABLE.search(main):
        return True
    strong = every & _STRONG
    if "than" in every:
        strong -= _CARRIED_BY_THAN
    if "nothing" in every or _NOT_WRONG.search(main):
        strong -= {"wrong"}
    if strong and not (digits and strong <= _COMMON):
        return True
    if digits:
        return False
    if is_direct:
        return ends_in_contrast(words) or (not (ahead or every & _PAST or is_usual(main)) and _is_general(main, every))
    quoted = _QUOTED.search(words) is not None and not every & _GIVES_ORDERS
    return quoted or (bool(every & _WEIGHTY) and "than" not in every)


def _is_general(main: str, every: set[str]) -> bool:
    """Return whether a quotation is a general statement in the present tense, not an event or an amount."""
    tells = every & _OF_EVENTS or any(word.endswith("ed") and word != "need" for word in every)
    if tells or _THERE.search(main):
        return False
    found = _PREDICATE.search(main)
    if found is None:
        return not every & _ABLE
    following = found["next"].lower()
    return following not in _FACT_NEXT and not following.endswith(("ed", "ing"))


def _is_ahead(main: str, every: set[str]) -> bool:
    """Return whether a main clause tells of the future: "will", "is likely to", "by Friday"."""
    if every & _WILL and not _WOULD_NOT_AHEAD.search(main):
        return True
    if _GOING.search(main.lower()) or _SHOULD_BY.search(main) or _COULD.search(main):
        return True
    return _AHEAD.search(main) is not None and not every & _PAST
