"""Finding a source inside a source: who is reported to say something within the words of somebody else.

"Man habe ihr versichert, dass …", "jetzt heiße es, …", "„Viele denken, …“", "the firm had told residents that …".
"""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Rule, Speaker
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import bare

_SAID = r"(?:dass )?(?P<said>\S.*)"
_TOLD = (
    "angekündigt|berichtet|beteuert|erklärt|erzählt|garantiert|gesagt|mitgeteilt|versichert|versprochen|zugesagt"
    "|zugesichert"
)
_HEARER = r"(?:ihm|ihnen|ihr|uns|de[mnr] \w+|den \w+|ihre[mnr] \w+|seine[mnr] \w+)"
_CLAUSE = r"(?P<said>[^,;:]{0,60}?\b(?:are|can|could|did|had|has|have|is|must|should|was|were|will|would)\b.+)"
_INDIRECT = {
    "de": (
        rf"\bman (?:habe|hätte) (?:{_HEARER} )?(?:[\w-]+ ){{0,2}}?(?P<cue>{_TOLD}), {_SAID}",
        rf"\b{_HEARER} sei(?: [\w-]+){{0,2}}? (?P<cue>{_TOLD}) worden, {_SAID}",
        rf"\b{_HEARER} (?:[\w-]+ ){{0,2}}?(?P<cue>{_TOLD}) worden sei, {_SAID}",
        rf"\b(?:habe|hätte) es(?: [\w-]+){{0,3}} (?P<cue>geheißen), {_SAID}",
        rf"\b(?:dann|immer|inzwischen|jetzt|nun|plötzlich|seither|stets) (?P<cue>heiße) es(?: [\w-]+){{0,2}}?, {_SAID}",
        (
            r"\bman habe (?:ihm|ihnen|ihr|uns) (?P<said>[^,;:]{3,60}?) (?P<cue>in Aussicht gestellt"
            r"|versprochen|zugesagt"
            r"|zugesichert)(?=[,;.]|\Z)"
        ),
    ),
    "en": (
        (
            r"(?P<who>[^,;:]{2,60}?) (?:had|has|have) (?:also |always |once |repeatedly )?"
            r"(?P<cue>assured|informed|promised|told|warned) (?:(?:her|his|its|some|the"
            r"|their) )?[\w’'-]+(?: [\w’'-]+)?? "
            r"(?P<said>that .+|(?:he|it|she|there|they)(?: [\w’'-]+)? (?:could|did|had|has|is|was|were|would) .+)"
        ),
        (
            r"\b(?:he|she|they)(?: had|[’']d)? (?:been|were|was) (?P<cue>assured|promised|told"
            r"|warned)(?: by (?P<who>[^,;:]{2,40}?))? "
            r"that (?P<said>\S.+)"
        ),
    ),
}
_BEGINS = "(?P<who>"  # such a pattern holds for the beginning of a claim only
_MANY = {
    "de": r"(?:Alle|Andere|Die meisten|Einige|Manche|Viele)(?: (?!denken|glauben)[\w-]+)?",
    "en": r"(?:Many|Most|Other|Some)(?: (?!believe|claim|say|think)[\w’-]+| of (?:them|us))?",
}
_QUOTED = {
    "de": (
        (
            rf"(?P<who>{_MANY['de']}) (?P<cue>behaupten|denken|dachten|fürchten|glauben|glaubten|meinen|sagen)"
            rf"(?: \w+)?, {_SAID}"
        ),
        rf"(?P<who>Die|Er|Man|Sie) (?:haben|hat|hatte|hatten) (?:mir|uns) (?P<cue>{_TOLD}), {_SAID}",
    ),
    "en": (
        rf"(?P<who>{_MANY['en']}) (?P<cue>believe|claim|say|think|thought) (?:that )?(?P<said>\S.+)",
        (
            rf"(?P<who>Everyone|He|People|She|They) (?:kept )?(?P<cue>said|say|tells?|telling|told)(?: me"
            rf"| us)? (?:that )?{_CLAUSE}"
        ),
    ),
}
_PATTERNS = {
    language: tuple(
        (form, re.compile(pattern, re.DOTALL))
        for form, every in ((Form.INDIRECT, _INDIRECT), (Form.DIRECT, _QUOTED))
        for pattern in every[language]
    )
    for language in ("de", "en")
}
_NEAR = {
    "de": frozenset("geheißen heiße man worden".split()),
    "en": frozenset("assured informed promised told warned".split()),
}
_FEWEST_LETTERS = 6
_NO_CLAIM = re.compile(r"(?:about|how|not to|of|so|to|what|whether|why|um|was|wie|wo|warum|zu)\b")
"""The first words of what is no clause."""


def inner_sources(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return the claims that somebody makes within these claims."""
    inner: list[Found] = []
    if not found:
        return inner
    if sentence.words.isdisjoint(_NEAR[sentence.language]):
        found = [one for one in found if one.form is Form.DIRECT]
    for one in found:
        if one.cue is not None and len(one.parts) == 1 and one.rule is not Rule.TOLD:
            inner += _inside(sentence, one)
    return inner


def _inside(sentence: Sentence, one: Found) -> list[Found]:
    for form, pattern in _PATTERNS[sentence.language]:
        if form is not one.form:
            continue
        start, end = one.parts[0]
        find = pattern.match if pattern.pattern.startswith(_BEGINS) else pattern.search
        told = find(sentence.text, start, end)
        if told is None or len(told["said"]) < _FEWEST_LETTERS or _NO_CLAIM.match(told["said"]):
            continue
        speaker = NOBODY
        if "who" in pattern.groupindex and told["who"] is not None:
            speaker = _speaker(sentence, told, one)
            if (speaker.part is None and told["who"] != "Man") or speaker == one.speaker:
                return []
        said = told.start("said") + len("that ") * told["said"].startswith("that "), told.end("said")
        part = bare(sentence.text, *said)
        return claims(sentence, [part], Form.INDIRECT, Rule.TOLD, speaker=speaker, cue=told.span("cue"))
    return []


def _speaker(sentence: Sentence, told: re.Match[str], one: Found) -> Speaker:
    if one.form is Form.DIRECT:
        return NOBODY if told["who"] == "Man" else Speaker(told.span("who"))  # a quotation is one token
    return sentence.speaker((sentence.token_from(told.start("who")), sentence.token_from(told.end("who"))))
