"""Articles of our own writing in which every claim is marked.

A file holds several articles, each after a line ``%%%``:

    %%% de
    Stadt streitet über Bäder

    ⟦1 Der Betrieb⟧, sagte Kämmerin Jutta Reif, ⟦1 koste zu viel⟧. Sie nannte ⟦2 die Bäder ein Erbe⟧.
    ===
    1 | Jutta Reif | - | sagte | fact | indirect | affirms
    2 | Jutta Reif | Sie | nannte | opinion | reported | affirms

``⟦1 words⟧`` marks the words of claim 1; a claim with several parts has its number at each of them. A row of the table
has the number, the claimant, the pronoun or role that stands for the claimant in the claim's sentence, the cue, the
kind, the form and the stance; ``-`` stands for nothing. The claimant is a name, ``author``, ``unnamed:`` with a
description, or ``unnamed:`` alone. The labels follow `tests/gold/claims/README.md`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning import reader

FOLDER = Path(__file__).parent.parent / "papers" / "written_claims"
#: The subfolders of articles that were written during the training: the first is read from the last round on.
LATE, LATER = "late", "later"
KINDS = tuple(kind.removesuffix("_claim") for kind in reader.KINDS)
FORMS = tuple(form or "-" for form in reader.FORMS)
STANCES = ("affirms", "refutes", "unclear")  # in the order of the reader's `STANCES`
AUTHOR, ENTITY, UNNAMED = "author", "entity", "unnamed"
#: Sorts of claimants, in the order of the reader's `SORTS`; nobody is an unnamed one without words.
SORTS = (ENTITY, UNNAMED, "nobody", AUTHOR)

_MARK = re.compile(r"⟦(\d+) ?|⟧")
_BEGINS = re.compile(r"^%%% (de|en)\n", re.MULTILINE)
_SURNAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}")
_CELLS = 7


class Unclear(ValueError):
    """Raised if the marks or the table of an article cannot be read."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that is marked in an article; offsets are code points.

    ``who`` is `AUTHOR`, `ENTITY` or `UNNAMED`; ``claimants`` are all places where the claimant's words stand, or the
    last word of its name.
    """

    parts: tuple[Part, ...]
    who: str
    claimants: tuple[Part, ...]
    reference: Part | None
    cue: Part | None
    kind: str
    form: str
    stance: str

    @property
    def sort(self) -> str:
        """The one of `SORTS` that the claimant is."""
        return "nobody" if self.who == UNNAMED and not self.claimants else self.who


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its marks."""

    language: str
    text: str
    claims: tuple[Claim, ...]


def read(folder: Path = FOLDER) -> Iterator[Article]:
    """Yield all articles in the files of a folder.

    Raises:
        Unclear: if an article cannot be read; the message names the file and the number of the article.
    """
    for path in sorted(folder.glob("*.txt")):
        yield from read_file(path)


def read_all() -> Iterator[tuple[str, Article]]:
    """Yield the articles of all folders, each with its file, a space and its number there.

    Raises:
        Unclear: if an article cannot be read; the message names the file and the number of the article.
    """
    for folder in (FOLDER, FOLDER / LATE, FOLDER / LATER):
        for path in sorted(folder.glob("*.txt")):
            for number, one in enumerate(read_file(path), 1):
                yield f"{path.name} {number}", one


def read_file(path: Path) -> Iterator[Article]:
    """Yield the articles in a file.

    Raises:
        Unclear: if an article cannot be read; the message names the file and the number of the article.
    """
    pieces = _BEGINS.split(path.read_text(encoding="utf-8"))
    for number, (language, content) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True), 1):
        try:
            yield article(language, content)
        except Unclear as error:
            raise Unclear(f"{path.name}, article {number}: {error}") from error


def article(language: str, content: str) -> Article:
    """Return the article in a text with marks and a table.

    Raises:
        Unclear: if it cannot be read.
    """
    marked, line, table = content.partition("\n===\n")
    if not line:
        raise Unclear("the line === is missing")
    text, spans = _unmarked(marked.strip("\n"))
    claims = [_claim(text, spans, row) for row in table.splitlines() if row.strip()]
    if len(claims) != len(spans):
        raise Unclear("the table has other claims than the text")
    return Article(language, text, tuple(sorted(claims, key=lambda one: one.parts)))


def _unmarked(marked: str) -> tuple[str, dict[int, list[Part]]]:
    """Return a text without its marks, and the parts of each claim by its number."""
    pieces: list[str] = []
    opened: list[tuple[int, int]] = []
    spans: dict[int, list[Part]] = {}
    length = last = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match[1] is not None:
            opened.append((int(match[1]), length))
        elif opened:
            number, start = opened.pop()
            spans.setdefault(number, []).append((start, length))
        else:
            raise Unclear("a ⟧ has no ⟦")
    if opened:
        raise Unclear(f"claim {opened[-1][0]} is not closed")
    return "".join([*pieces, marked[last:]]), spans


def _claim(text: str, spans: dict[int, list[Part]], row: str) -> Claim:
    cells = [cell.strip() for cell in row.split("|")]
    if len(cells) != _CELLS or not cells[0].isdecimal() or int(cells[0]) not in spans:
        raise Unclear(f"the row “{row}” does not describe a marked claim")
    number, claimant, reference, cue, kind, form, stance = cells
    if kind not in KINDS or form not in FORMS or stance not in STANCES:
        raise Unclear(f"claim {number} has an unknown kind, form or stance")
    parts = tuple(sorted(spans[int(number)]))
    who, words = ENTITY, claimant
    if claimant == AUTHOR:
        who, words = AUTHOR, ""
    elif claimant.startswith(f"{UNNAMED}:"):
        who, words = UNNAMED, claimant.removeprefix(f"{UNNAMED}:").strip()
    claimants = places_of_name(text, words) if who == ENTITY else places(text, words)
    if bool(words) != bool(claimants):
        raise Unclear(f"claim {number}: “{words}” is not in the text")
    own = _nearest(places(text, "" if reference == "-" else reference), parts)
    said = places(text, "" if cue == "-" else cue)
    outside = [place for place in said if not any(start <= place[0] < end for start, end in parts)]
    return Claim(parts, who, claimants, own, _nearest(outside or said, parts), kind, form, stance)


def places(text: str, words: str) -> tuple[Part, ...]:
    """Return all places of some words in a text, as whole words."""
    if not words:
        return ()
    return tuple(match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def places_of_name(text: str, name: str) -> tuple[Part, ...]:
    """Return all places of a name, and of its last word alone."""
    last = name.rpartition(" ")[2]
    return places(text, name) + (places(text, last) if _SURNAME.fullmatch(last) else ())


def _nearest(found: Sequence[Part], parts: Sequence[Part]) -> Part | None:
    """Return the place that is nearest to a part of a claim."""
    return min(
        found,
        key=lambda one: min(min(abs(one[0] - end), abs(start - one[1])) for start, end in parts),
        default=None,
    )
