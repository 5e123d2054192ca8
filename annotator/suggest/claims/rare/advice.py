"""Telling sentences in which an article itself gives advice: "Never sign anything.", "Prüfen Sie die Rechnung."."""

import re
from collections.abc import Sequence

from annotator.model.values import Part

_FORBIDDING = re.compile(
    r"(?:(?:Above all|And|Best of all|But|Finally|First|First of all|Instead|Lastly|Most of all|Or|Second|So|Then"
    r"|Third)"
    r",? )?(?:please,? )?(?i:always|do not|don[’']t|never) (?!ask me|get me|mind\b|once\b|has\b"
    r"|had\b|before\b|again\b|was\b"
    r"|in\b|did\b|a\b|an\b|the\b|one\b)[a-z]+\b",
)
_ASKING = re.compile(
    r"(?:(?:Above all|And|But|Finally|First|Instead|Lastly|Or|So|Then),? )?"
    r"(?i:ask|avoid|bring|buy|check|choose|compare|consider|cut|demand|get|give|hold|keep|leave|let|look|make|pay|put"
    r"|read"
    r"|remember|scrap|sell|start|stop|take|tell|think|try|use|wait|walk|write) "
    r"(?:a|about|all|an|any|as|at|away|both|calm|early|every|for|from|him|if|in|it|more|no|off|on|one|only|out|the|their"
    r"|them|these|this|those|to|two|up|what|with|your|yourself)\b"
)
_POLITE = re.compile(
    r"(?:(?:Also|Am besten|Und|Vor allem)[:,]? )?(?i:(?!dürf|geh|hab|halt|hätt|hör|könn|mög|möcht|müss|seh"
    r"|soll|sind|stell"
    r"|waren|werden|wiss|woll|wünsch)[a-zäöüß]{2,14}en) Sie (?:[^,?]+|[^,?]+, (?:als|aber|bevor|bis|damit"
    r"|dass|denn|die|ob|sobald"
    r"|sondern|statt|um|und|wann|was|wenn|wie|wo)\b[^?]+)\Z"
)
_HOW_TO = re.compile(r"\s*(?:(?:\w+ )?[Hh]ow to|\w+ (?:tips|ways) (?:for|to))\b")
_FEWEST_REQUESTS = 3  # that make an article advice
_NO_ADVICE = re.compile(r"\b(?:I|me|my|he|she|they|said|says|told)\b")
_FORBIDS = frozenset("Always Do Don't Don’t Never".split())
_ASKS = frozenset(
    "Ask Avoid Bring Buy Check Choose Compare Consider Cut Demand Get Give Hold Keep Leave Let Look Make Pay Put Read"
    " Remember Scrap Sell Start Stop Take Tell Think Try Use Wait Walk Write".split()
)
_LEADS = frozenset(
    "Above And Best But Finally Finally, First First, Instead Instead, Lastly, Most Or Please, Second, So Then Then,"
    " Third,".split()
)
_BEGINNINGS = _FORBIDS | _ASKS | _LEADS
_LONGEST_FIRST = 12


def _first_word(text: str, start: int) -> str:
    return text[start : text.find(" ", start, start + _LONGEST_FIRST)]


def advice(text: str, language: str, places: Sequence[Part], *, judges: bool) -> list[Part]:
    """Return those sentences that tell the reader what to do.

    A plain request counts only if the article ``judges``, or if it is full of advice.
    """
    if language == "de":
        if " Sie " not in text:
            return []
        return [place for place in places if _POLITE.match(text, *place) is not None]
    able = [place for place in places if _first_word(text, place[0]) in _BEGINNINGS]
    sure = [place for place in able if _FORBIDDING.match(text, *place) is not None]
    sure = [place for place in sure if _NO_ADVICE.search(text, *place) is None]
    asked = [place for place in able if _ASKING.match(text, *place) is not None]
    if not (judges or len(asked) + len(sure) >= _FEWEST_REQUESTS or (asked and _HOW_TO.match(text) is not None)):
        asked = []
    return [*sure, *(place for place in asked if text[place[1] - 1] != "?")]
