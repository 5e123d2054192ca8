"""Telling quoted subheadings from quotations: "»Wir machen weiter«" alone on a line between two paragraphs.

Nothing says whose words such a line has, so it does not go on with the speech above it. It only has a claimant if
somebody in the next paragraph says the same words.
"""

import re
from collections.abc import Iterator, Sequence

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Form, Found, Rule

_LINE = re.compile(r"[ \t]*[„“”»«\"‚‘'›‹](?P<said>[^\n„“”»«\"]{4,90}?)[“”«»\"‘’'‹›][ \t]*")
_QUOTED_LINE = re.compile(rf"(?<=\n){_LINE.pattern}(?=\n)")
_ENDS = ".!?…,;:"  # a quotation that is no subheading ends with one of these
_PARAGRAPH_ENDS = (".", "!", "?", "…", "“", "”", '"', "«", "»", "’", ")")  # a headline has none
_MOST_WORDS = 10
_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"\S")


def is_subheading(text: str, offset: int) -> bool:
    """Return whether an offset lies in a quoted subheading: a short line without a full stop between paragraphs."""
    line = _LINE.fullmatch(text, *_line_at(text, offset))
    return line is not None and _is_between(text, line)


def subheadings(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the subheadings whose words somebody says in the next paragraph, as claims of that person or body."""
    for line in _QUOTED_LINE.finditer(text):
        following = _NEXT.search(text, line.end())
        if following is None or not _is_between(text, line):
            continue
        next_line = _line_at(text, following.start())
        said = _WORD.findall(line["said"].casefold())
        there = (one for one in found if next_line[0] <= one.parts[0][0] and one.parts[-1][1] <= next_line[1])
        same = next((one for one in there if _has(text, one.parts, said)), None)
        if same is not None and same.speaker.part is not None:
            part = line.span("said")
            yield Found(
                parts=(part,), cue=None, speaker=same.speaker, form=Form.DIRECT, kind=same.kind, rule=Rule.HEADLINE
            )


def _is_between(text: str, line: re.Match[str]) -> bool:
    """Return whether a quoted line is short, has no full stop, and stands between two paragraphs."""
    said, end = line["said"], line.start()
    if said.endswith(tuple(_ENDS)) or len(_WORD.findall(said)) > _MOST_WORDS:
        return False
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.endswith(_PARAGRAPH_ENDS, 0, end) and _NEXT.search(text, line.end()) is not None


def _line_at(text: str, offset: int) -> Part:
    """Return the line at an offset."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)


def _has(text: str, parts: Sequence[Part], said: Sequence[str]) -> bool:
    """Return whether a claim has these lower-case words one after the other."""
    words = _WORD.findall(" ".join(text[slice(*part)] for part in parts).casefold())
    return any(words[place : place + len(said)] == list(said) for place in range(len(words) - len(said) + 1))
