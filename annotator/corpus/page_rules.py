"""Rules that exclude a publisher's recurring page furniture, made from paragraphs the user pointed at."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from annotator.corpus.furniture import LONGEST, lines
from annotator.model.values import Part

_HEAD = 30  # characters before a colon: "Foto:", "Lesen Sie auch:"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """Excludes paragraphs of a publisher that equal ``words``, or begin with them if ``beginning``.

    Case, white space and the values of numbers do not count.
    """

    publisher: str
    words: str
    beginning: bool


def rule_for(paragraph: str, publisher: str) -> PageRule:
    """Return the rule for paragraphs like this one: same words before the colon, or the same text if it has none."""
    head, colon, _ = paragraph.strip().partition(":")
    beginning = bool(colon) and 0 < len(head) <= _HEAD
    return PageRule(publisher=publisher, words=_key(f"{head}:" if beginning else paragraph), beginning=beginning)


def parts_by_rules(text: str, publisher: str | None, rules: Iterable[PageRule]) -> tuple[Part, ...]:
    """Return the paragraphs that rules exclude, in order, in code points, end exclusive; long ones never are."""
    own = [rule for rule in rules if rule.publisher == publisher]
    if not own:
        return ()
    short = (line for line in lines(text) if len(line.text) <= LONGEST)
    return tuple(line.part for line in short if any(_applies(rule, _key(line.text)) for rule in own))


def dumps(rules: Iterable[PageRule]) -> str:
    """Return rules as JSON."""
    return json.dumps([asdict(rule) for rule in rules], ensure_ascii=False)


def loads(written: str) -> tuple[PageRule, ...]:
    """Parse rules from JSON; invalid ones are left out."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return ()
    rules = (_rule(value) for value in found) if isinstance(found, list) else ()
    return tuple(rule for rule in rules if rule is not None)


def _rule(value: object) -> PageRule | None:
    match value:
        case {"publisher": str(publisher), "words": str(words), "beginning": bool(beginning)} if words:
            return PageRule(publisher=publisher, words=words, beginning=beginning)
    return None


def _applies(rule: PageRule, key: str) -> bool:
    return key.startswith(rule.words) if rule.beginning else key == rule.words


def _key(paragraph: str) -> str:
    return _DIGITS.sub("0", " ".join(paragraph.casefold().split()))
