"""The signs that speak for or against each possible claimant of a claim, as the head of `claimants` weighs them."""

import math
import re
from collections.abc import Iterator, Sequence

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning.candidates import (
    Article,
    Asked,
    Candidate,
    asked_about,
    names_near,
    noun_of,
    phrases_near,
)
from annotator.suggest.claims.by_meaning.reader import AUTHOR, ENTITY, SAID_BY_NOBODY, UNNAMED
from annotator.suggest.claims.frame_values import NOBODY, Form, Name, Rule, Speaker
from annotator.suggest.claims.people import pronouns
from annotator.suggest.claims.people.cast import Cast

_BESIDE = 40  # characters before a name that may show that it only belongs to a description
_BELONGS = re.compile(
    r"(?:\w+ (?:for|of|from|at|to|by|behind|with|like|von|vom|des|der|bei|für|aus|um|wie)"
    r"(?: the| der| dem| den| Präsident| President)?|\w*[a-zäöü](?:anwalt|anwältin|sprecher|sprecherin|chef|chefin)) $"
)
_WORD = re.compile(r"\w+")
_FIRST = frozenset("i ich me mein meine my our uns unser unsere us we wir".split())
_SUBJUNCTIVE = frozenset(
    "brauche bräuchte dürfe gebe gehe habe hätte hätten komme könne müsse sei seien solle stehe wäre"
    " wären werde wisse wolle würde würden".split()
)
_BEGINS = frozenset("a an das der die ein eine her his its the their".split())
_FARTHEST = 3
_LEAST_SALIENCE = -6.0
_TINY = 1e-3

Signs = dict[str, float]


def candidates(article: Article, index: int, speakers: Sequence[Speaker]) -> list[Candidate]:
    """Return the candidates for a claim's claimant; only a claim that no rule found may be the author's.

    ``speakers`` are the claimants of all claims, as far as decided.
    """
    asked = asked_about(article, index, speakers)
    found = [*_named(asked), *_described(asked), _nobody(asked)]
    if asked.one.rule is Rule.MEANING and asked.one.form is not Form.DIRECT:
        found.append(_author(asked))
    return found


def _of_reader(asked: Asked, share: float, sort: int) -> Signs:
    """Return the signs from how probably the reader takes a candidate, and a claimant of its sort, for the claimant."""
    signs: Signs = {}
    for what, chance in (("read", share), ("sort", float(asked.article.answers[asked.index].sorts[sort]))):
        low = math.log(chance + _TINY) / 3
        signs |= {what: chance, f"{what}, {asked.reason}": chance}
        signs |= {f"{what}, low": low, f"{what}, low, {asked.reason}": low}
    return signs


def _named(asked: Asked) -> Iterator[Candidate]:
    cast, one = asked.article.cast, asked.one
    own = _key(cast, one.speaker)
    for rank, every in enumerate(names_near(asked)):
        key = cast.key(every[0])
        outside = [name for name in every if not any(start <= name.start < end for start, end in one.parts)]
        here = [name for name in outside if asked.is_here((name.start, name.end))]
        nearest = (here or outside or every)[-1]
        signs: Signs = {"rank": 1 / (1 + rank)}
        if not outside:
            signs["inside"] = 1.0
        signs |= _of_name(asked, nearest) | _of_salience(asked, every) | _of_speaking(asked, key)
        signs |= _of_mention(asked, here) if here else {}
        if key == own:
            signs |= {f"rules, {why}": 1.0 for why in (asked.reason, asked.kind, one.rule)}
        if any(cast.key(rival) == key for rival in one.speaker.rivals):
            signs["rival"] = 1.0
        signs["mentions"] = min(5, len(every)) / 5
        signs |= _of_reader(asked, asked.article.share(asked.index, asked.article.mentions(key)), ENTITY)
        name = nearest if here else cast.nearest(nearest, asked.scene.at)
        speaker = Speaker((name.start, name.end), name, reference=asked.reference)
        yield Candidate(speaker, signs, is_rules=key == own)


def _of_name(asked: Asked, name: Name) -> Signs:
    """Return the signs from a name itself, and from how well it fits the words that stand for the claimant."""
    cast = asked.article.cast
    sort = "person" if cast.is_person(name) else name.label
    signs: Signs = {f"named, {asked.reason}": 1.0, f"{sort}, {asked.kind}": 1.0}
    if asked.one.rule is Rule.MEANING:
        signs[f"named, meaning, {asked.one.form}"] = 1.0
    away = asked.article.number(asked.place[0]) - asked.article.number(name.start)
    signs[f"away {min(_FARTHEST, max(-1, away))}, {'pronoun' if asked.is_pronoun else asked.kind}"] = 1.0
    if asked.wanted:
        agrees = "agrees" if cast.genders.of(name) & asked.wanted else "differs"
        sure = "sure" if cast.genders.is_sure(name) else "unsure"
        signs[f"{agrees}, {sure}, {'pronoun' if asked.is_pronoun else 'noun'}"] = 1.0
    noun = noun_of(asked.low, "en") if asked.article.language == "en" else _german_noun(asked)
    held = cast.roles.holder(noun, asked.scene.at) if noun and not asked.is_pronoun else None
    if held is not None and cast.key(held) == cast.key(name):
        signs[f"holds the role, {sort}"] = 1.0
    return signs


def _german_noun(asked: Asked) -> str:
    return noun_of(asked.article.text[slice(*asked.reference)], "de").lower() if asked.reference is not None else ""


def _of_salience(asked: Asked, every: Sequence[Name]) -> Signs:
    """Return the signs that show how much a name stands out by its place."""
    able = (name for name in every if name.start < asked.scene.at or asked.is_here((name.start, name.end)))
    best = max((pronouns.salience(asked.article.cast, name, asked.scene) for name in able), default=_LEAST_SALIENCE)
    value = max(_LEAST_SALIENCE, best) / 3
    signs = {"salience": value}
    if asked.is_pronoun:
        signs["salience, pronoun"] = value
    elif asked.reference is None:
        signs["salience, none"] = value
    return signs


def _of_mention(asked: Asked, here: Sequence[Name]) -> Signs:
    """Return the signs from a name's mentions in the claim's sentence."""
    article = asked.article
    share = max(article.chance((name.start, name.end)) for name in here)
    signs = {"chance": share, f"chance, {asked.reason}": share}
    if all(article.cast.places.is_quoted(name.start) for name in here):
        signs["quoted"] = 1.0
    if _BELONGS.search(article.text, max(asked.place[0], here[-1].start - _BESIDE), here[-1].start) is not None:
        sort = "person" if article.cast.is_person(here[-1]) else here[-1].label
        signs |= {f"belongs, {sort}": 1.0, f"belongs, {sort}, {asked.reason}": 1.0}
    return signs


def _of_speaking(asked: Asked, key: str) -> Signs:
    """Return the signs that show whether a candidate speaks shortly before or after the claim."""
    cast, spoken = asked.article.cast, [_key(asked.article.cast, who) for who in asked.spoken]
    signs: Signs = {"spoke": min(4, spoken.count(key)) / 4}
    if spoken[-1:] == [key]:
        signs |= {f"spoke last, {what}": 1.0 for what in (asked.kind, asked.flow, asked.speech)}
    if spoken[-2:-1] == [key]:
        signs["spoke before"] = 1.0
    if _key(cast, asked.following) == key:
        signs[f"speaks next, {asked.speech}"] = 1.0
    return signs


def _described(asked: Asked) -> Iterator[Candidate]:
    """Yield the unnamed candidates."""
    for part, sources in phrases_near(asked):
        signs: Signs = {f"phrase, {asked.reason}": 1.0, f"phrase, {asked.kind}": 1.0}
        for source in sources:
            signs |= {f"phrase, {source}": 1.0, f"phrase, {source}, {asked.reason}": 1.0}
        if asked.one.rule is Rule.MEANING:
            signs[f"phrase, meaning, {asked.one.form}"] = 1.0
        if "rules" in sources:
            signs |= {f"phrase rules, {asked.kind}": 1.0, f"phrase rules, {asked.one.rule}": 1.0}
        share = asked.article.share(asked.index, asked.article.repeated(part))
        signs |= _of_phrase(asked, part) | _of_reader(asked, share, UNNAMED)
        yield Candidate(Speaker(part, reference=asked.reference), signs, is_rules="rules" in sources)


def _of_phrase(asked: Asked, part: Part) -> Signs:
    """Return the signs for an unnamed phrase, from its words and its place."""
    article = asked.article
    phrase = article.text[slice(*part)]
    first = phrase.split()[0].lower()
    signs: Signs = {f"phrase begins {first if first in _BEGINS else 'otherwise'}": 1.0}
    if asked.is_here(part):
        share = article.chance(part)
        signs |= {"phrase chance": share, f"phrase chance, {asked.reason}": share}
        if article.cast.within(*part):
            signs["phrase with a name"] = 1.0
    else:
        signs["phrase away"] = min(4, abs(article.number(asked.place[0]) - article.number(part[0]))) / 4
    if asked.is_pronoun:
        agrees = article.cast.genders.of_phrase(phrase) & asked.wanted
        signs["phrase agrees" if agrees else "phrase differs"] = 1.0
    if part == asked.last.part:
        signs |= {f"phrase spoke last, {what}": 1.0 for what in (asked.flow, asked.speech)}
    return signs


def _nobody(asked: Asked) -> Candidate:
    one = asked.one
    signs = {f"nobody, {what}": 1.0 for what in (asked.reason, one.rule, asked.speech, asked.kind, one.kind)}
    if asked.runs:
        signs["nobody, chance"] = asked.article.chance(asked.runs[0])
    signs |= _of_reader(asked, asked.article.answers[asked.index].nobody, SAID_BY_NOBODY)
    return Candidate(NOBODY, signs, is_rules=one.speaker.part is None)


def _author(asked: Asked) -> Candidate:
    one, article = asked.one, asked.article
    words = {word.lower() for word in _WORD.findall(article.text[slice(*asked.place)])}
    known = {
        "first person": not _FIRST.isdisjoint(words),
        "subjunctive": article.language == "de" and not _SUBJUNCTIVE.isdisjoint(words),
        "others": article.judges,
        "running": asked.scene.running,
    }
    signs: Signs = {f"author, {what}": 1.0 for what, is_so in known.items() if is_so}
    signs |= {f"author, {what}": 1.0 for what in (asked.speech, one.kind, article.language)}
    signs |= {"author": 1.0, "author, attributed": article.attributed, "author, chance": article.chance(asked.place)}
    signs |= _of_reader(asked, article.answers[asked.index].author, AUTHOR)
    return Candidate(NOBODY, signs, is_author=True)


def _key(cast: Cast, who: Speaker) -> str:
    """Return the key that all mentions of a speaker's name share, or "" without a name."""
    return cast.key(who.name) if who.name is not None else ""
