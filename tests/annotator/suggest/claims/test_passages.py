"""Claimants and kinds of claims in invented passages: pronouns, roles, quotations and reports that go on."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.sources.source import never

_FOLDER = Path(__file__).parent / "passages"
_MARKED = re.compile(r"\{([^}|]+)(?:\|P)?\}|<([^>]+)>")


class Passage(NamedTuple):
    """A text, its names, and the claims expected in it: words, claimant, kind."""

    text: str
    names: tuple[Name, ...]
    expected: tuple[tuple[str, ...], ...]


def passages(language):
    """Return the passages of a language."""
    found: list[tuple[str, tuple[Name, ...], list[tuple[str, ...]]]] = []
    for line in (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            found[-1][2].append(tuple(line[2:].split(" = ")))
        elif line and not line.startswith(("#", "? ")):
            found.append((*marked(line), []))
    return [Passage(text, names, tuple(expected)) for text, names, expected in found if expected]


def marked(line):
    """Return the text of a line, in which " ||| " ends a paragraph, without its marks, and the marked names."""
    line = line.replace(" ||| ", "\n\n")
    text, names, last = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[last : mark.start()]
        words = mark[1] or mark[2]
        names.append(Name(len(text), len(text) + len(words), "PER" if mark[1] else "ORG"))
        text, last = text + words, mark.end()
    return text + line[last:], tuple(names)


def _is_found(passage, wanted, language):
    words, claimant, kind = wanted
    for one in find(passage.text, language, passage.names, never):
        if words in " ".join(passage.text[start:end] for start, end in one.parts):
            part = one.speaker.part
            said = "None" if part is None else passage.text[part[0] : part[1]]
            if (said, kind and str(one.kind)) == (claimant, kind):
                return True
    return False


@pytest.mark.parametrize("language", ["de", "en"])
def test_claimants_and_kinds_of_invented_passages(language):
    every = [(passage, (*one, None)[:3]) for passage in passages(language) for one in passage.expected]
    assert len(every) > 120
    wrong = [wanted for passage, wanted in every if not _is_found(passage, wanted, language)]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "language", "claimants"),
    [
        ("{Holger Klein} und {Jan Weber} kamen. Er sagte, es regne nicht.", "de", ("Holger Klein", "Jan Weber")),
        ("{Tom Hale} and {Sam Reid} arrived. He said it was late.", "en", ("Tom Hale", "Sam Reid")),
        ("{Holger Klein} und {Eva Roth} kamen. Sie sagte, es regne nicht.", "de", ("Eva Roth",)),
        ("{Tom Hale} met {Sam Reid} on Monday. He said it was late.", "en", ("Tom Hale",)),
        ("Die Ostsee-Pipeline hält. <Ostsee>-Pipeline sagte, sie halte.", "de", ("Ostsee-Pipeline",)),
    ],
)
def test_pronoun_for_one_of_two_leaves_claimant_open(line, language, claimants):
    text, names = marked(line)
    speaker = find(text, language, names, never)[-1].speaker
    assert speaker.part is not None
    said = (text[speaker.part[0] : speaker.part[1]], *(text[name.start : name.end] for name in speaker.rivals))
    assert said == claimants


def test_part_of_a_compound_is_not_a_claimant():
    text, names = marked(
        "Die <Ostsee>-Pipeline ist undicht. Das sei seit Mai bekannt. Sie sagte, es trete kein Gas aus."
    )
    assert all(one.speaker.name is None for one in find(text, "de", names, never))
