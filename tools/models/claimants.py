"""Learns who makes a claim: `python -m tools.models.claimants --help`.

GOLD is the folder of the gold claims, `tests/gold`. `papers/claimants.tsv` beside this file has the claims suggested
for their articles, with the rules' claimants. The head learns from lines with a wanted claimant; the others surround
them. The edition `then` has the claims that the rules found before they were mended on the article, and those of a
finder that had not learnt from the article's set. The edition `now` has the claims of later rules, with a smaller
share: with the first edition alone the head would trust the rules too little, with the second alone too much. Each
article is read by a reader of claims that has not learnt from it.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Document, Part, new_id
from annotator.suggest.claims.by_meaning.candidates import Article, Candidate
from annotator.suggest.claims.by_meaning.claimant_signs import candidates
from annotator.suggest.claims.by_meaning.reader import ArticleRead
from annotator.suggest.claims.claim_source import names_in
from annotator.suggest.claims.frame_values import CERTAIN, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind
from annotator.suggest.work import prepare
from annotator.text.normalization import fingerprint
from tools.models.claim_reader.gold import Readers, options_for
from tools.models.minimum import lowest

_TABLE = Path(__file__).parent / "papers" / "claimants.tsv"
_LABELS = ("PER", "ORG", "LOC", "MISC")
_PENALTY = 1e-3  # the best of several when each set in turn was left out
_RAREST = 3  # candidates that have a sign
_TINY = 1e-12
EDITIONS = ("then", "now")

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """A suggested claim; ``wanted`` is the kind of its gold claimant, "" if there is no such gold claim."""

    one: Found
    share: float
    wanted: str
    place: Part | None


class Example(NamedTuple):
    """The candidates for a claim's claimant, and which of them are right."""

    able: Sequence[Candidate]
    right: NDArray[np.bool_]
    share: float


def main() -> None:
    """Learn the head and write it."""
    options = options_for("Learns who makes a claim.")
    found = list(examples(read(), Readers(options.gold, options.scratch, options.encoder)))
    weights = learnt(found)
    options.out.write_text(json.dumps({"signs": weights}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(found)} claims, {len(weights)} signs")


def read() -> dict[tuple[str, str], list[Row]]:
    """Return the suggested claims of each article and edition, in order."""
    rows = defaultdict(list)
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["article"], row["edition"]].append(_row(row))
    return dict(rows)


def _row(row: dict[str, str]) -> Row:
    cue, place = _places(row["cue"]), _places(row["place"])
    who, reference = _places(row["speaker"]), _places(row["reference"])
    name = Name(*who[0], row["label"]) if row["label"] else None
    rivals = tuple(Name(*part, label) for part, label in _labelled(row["rivals"]))
    one = Found(
        parts=_places(row["parts"]),
        cue=cue[0] if cue else None,
        speaker=Speaker(who[0] if who else None, name, rivals, reference[0] if reference else None),
        form=Form(row["form"]),
        kind=Kind(row["kind"]),
        rule=Rule(row["rule"]),
    )
    return Row(one, float(row["share"]), row["wanted"], place[0] if place else None)


def _labelled(cell: str) -> Iterator[tuple[Part, str]]:
    for each in cell.split():
        place, label = each.split(":")
        yield _places(place)[0], label


def _places(cell: str) -> tuple[Part, ...]:
    """Return the parts in a cell of the table: "3-9 12-20"."""
    pairs = (place.split("-") for place in cell.split())
    return tuple((int(start), int(end)) for start, end in pairs)


def examples(rows: Mapping[tuple[str, str], Sequence[Row]], readers: Readers) -> Iterator[Example]:
    """Yield the claims with a wanted claimant."""
    for article in sorted({article for article, _ in rows}):
        read_ = readers.article(article)
        names = names_of(article, read_.text)
        for edition in EDITIONS:
            yield from of_article(article[:2], names, read_, rows.get((article, edition), ()))


def names_of(article: str, text: str) -> tuple[Name, ...]:
    """Return the names that the program's models find."""
    document = Document(id=new_id(), title=article, text=text, sha256=fingerprint(text), language=article[:2])
    sources = tuple(each for each in available().sources if each.kind is SourceKind.MODEL)
    prepared = prepare(document, article[:2], _LABELS, (), sources)
    return names_in(suggestion for result in prepared.results for suggestion in result.suggestions)


def of_article(language: str, names: Sequence[Name], read_: ArticleRead, rows: Sequence[Row]) -> Iterator[Example]:
    """Yield the claims of an article with a wanted claimant."""
    found = [row.one for row in rows]
    article = Article(language, names, found, read_)
    speakers = [one.speaker for one in found]
    for number, row in enumerate(rows):
        if row.wanted and row.one.rule not in CERTAIN:
            able = candidates(article, number, speakers)
            yield Example(able, np.array([is_right(read_.text, row, one) for one in able]), row.share)


def is_right(text: str, row: Row, one: Candidate) -> bool:
    """Return whether a candidate is the wanted one: their words overlap, or one has all words of the other."""
    kind = "author" if one.is_author else "unnamed" if one.speaker.name is None else "entity"
    ours, wanted = one.speaker.part, row.place
    if kind != row.wanted or ours is None or wanted is None:
        return kind == row.wanted and ours == wanted
    words, others = text[slice(*ours)].casefold(), text[slice(*wanted)].casefold()
    return (ours[0] < wanted[1] and wanted[0] < ours[1]) or words in others or others in words


def learnt(found: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the signs that make the right candidates of the claims most probable."""
    able = [each for each in found if each.right.any()]
    counts = Counter(sign for each in able for one in each.able for sign in one.signs)
    columns = {sign: number for number, sign in enumerate(sorted(s for s, n in counts.items() if n >= _RAREST))}
    values = np.zeros((sum(len(each.able) for each in able), len(columns)))
    for row, one in zip(values, (one for each in able for one in each.able), strict=True):
        for sign, value in one.signs.items():
            if sign in columns:
                row[columns[sign]] = value
    firsts = np.cumsum([0, *(len(each.able) for each in able[:-1])])
    claim = np.repeat(np.arange(len(able)), [len(each.able) for each in able])
    right = np.concatenate([each.right for each in able])
    shares = np.array([each.share for each in able])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = values @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, firsts)[claim])
        chances = raised / np.add.reduceat(raised, firsts)[claim]
        of_right = np.maximum(np.add.reduceat(chances * right, firsts), _TINY)
        pull = chances - chances * right / of_right[claim]
        slope = values.T @ (pull * shares[claim]) / shares.sum() + _PENALTY * weights
        return float(-(shares * np.log(of_right)).sum() / shares.sum() + _PENALTY * (weights @ weights) / 2), slope

    weights = lowest(loss, np.zeros(len(columns)))
    return {sign: round(float(weight), 4) for sign, weight in zip(columns, weights, strict=True)}


if __name__ == "__main__":
    main()
