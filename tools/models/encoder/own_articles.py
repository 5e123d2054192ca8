"""Our own articles with their names: the articles in which claims are marked, labelled by hand for this recipe.

A row of `papers/article_names.tsv` has the article (its file, a space, its number there), a label and a name. Each
place of the name in the article, as whole words, has this label. In German it may end in a genitive -s, and a name
before a hyphen is part of a compound and does not count. Of two names that overlap, the longer one counts. A row with a
fourth cell, words around the name, counts only there. The label ``-`` stands for no name; an article without any name
has one such row.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.models.claim_reader import written
from tools.models.german_corpora import Article, Name

_NAMES = Path(__file__).parent.parent / "papers" / "article_names.tsv"
_NOTHING = "-"

#: Label, name, and the words around it, empty for all places.
Row = tuple[str, str, str]


def read() -> Iterator[tuple[Article, str]]:
    """Yield the articles that have rows, with their languages."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in _NAMES.read_text(encoding="utf-8").splitlines():
        key, label, name, *around = line.split("\t")
        rows[key].append((label, name, around[0] if around else ""))
    for key, article in written.read_all():
        if key in rows:
            names = frozenset(places(article.text, rows[key], article.language))
            yield Article(id=key, text=article.text, names=names), article.language


def places(text: str, rows: Sequence[Row], language: str) -> Iterator[Name]:
    """Yield the places of an article's names; rows with words around them come first, then longer names."""
    taken: set[int] = set()
    ending = r"s?(?!-\w)" if language == "de" else ""
    for label, name, around in sorted(rows, key=lambda row: (not row[2], -len(row[1]))):
        for start, end in _found(text, name, around, ending):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                if label != _NOTHING:
                    yield start, end, label


def _found(text: str, name: str, around: str, ending: str) -> Iterator[tuple[int, int]]:
    words = re.compile(rf"(?<!\w){re.escape(name)}{ending}(?!\w)")
    if not around:
        yield from (match.span() for match in words.finditer(text))
        return
    for place in re.finditer(re.escape(around), text):
        yield from (match.span() for match in words.finditer(text, *place.span()))
