"""A person's gold claims; claims/README.md describes the form. Offsets are code points."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotator.model import schema_file
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS

FOLDER = Path(__file__).parent / "claims"
FRESH = Path(__file__).parent / "claims_fresh"
THIRD = Path(__file__).parent / "claims_third"
FOURTH = Path(__file__).parent / "claims_fourth"
FIFTH = Path(__file__).parent / "claims_fifth"
SIXTH = Path(__file__).parent / "claims_sixth"
SEVENTH = Path(__file__).parent / "claims_seventh"
EIGHTH = Path(__file__).parent / "claims_eighth"
OWN = Path(__file__).parent / "claims_own"
HALVES = ("tune", "held")
SENTENCE_KEYS = {"starts", "worthiness"}
REQUIRED = {"span", "claimant", "cue", "kind", "worthiness", "form"}
WORDS = ("span", "claimant", "reference", "cue")
OPTIONAL = {"reference", "stance"} | {f"{key}_occurrence" for key in WORDS}

Place = tuple[int, int]


class UnclearGold(ValueError):
    """Raised if a quote of a form has no place or several places in the text, or if the form has no meaning."""


@dataclass(frozen=True)
class Sentence:
    """A sentence or the headline, without the white space after it."""

    start: int
    end: int
    worthiness: str


@dataclass(frozen=True)
class Claim:
    """A claim; `claimant` is None for the author, and if the article names nobody."""

    parts: tuple[Place, ...]
    claimant_kind: str
    claimant: Place | None
    reference: Place | None
    cue: Place | None
    kind: str
    worthiness: str
    form: str | None
    stance: str

    @property
    def start(self) -> int:
        """Start of its first part."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of its last part."""
        return self.parts[-1][1]


@dataclass(frozen=True)
class Answers:
    """The answers of one person on one article."""

    id: str
    language: str
    half: str
    text: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


def article_ids(folder: Path = FOLDER) -> list[str]:
    """Return the ids of all articles of a folder in order."""
    return sorted(path.stem for path in (folder / "articles").glob("*.txt"))


def half_of(article: str) -> str:
    """Return the half of an article: `tune` may be read while rules are written, `held` may not."""
    return HALVES[int(hashlib.sha256(article.encode()).hexdigest(), 16) % 2]


def load_all(annotator: int, folder: Path = FOLDER) -> list[Answers]:
    """Return one person's answers on all articles.

    Raises:
        UnclearGold: a form is not filled in, or cannot be resolved.
    """
    return [load(annotator, article, folder) for article in article_ids(folder)]


def load(annotator: int, article: str, folder: Path = FOLDER) -> Answers:
    """Return one person's answers on one article.

    Raises:
        UnclearGold: the form is not filled in, or cannot be resolved.
    """
    text = (folder / "articles" / f"{article}.txt").read_text(encoding="utf-8")
    blank = _form(folder / "blank" / f"{article}.json")
    form = _form(folder / f"annotator-{annotator}" / f"{article}.json")
    if [each["starts"] for each in form["sentences"]] != [each["starts"] for each in blank["sentences"]]:
        raise UnclearGold(f"{article}: the sentences are not those of the blank form")
    return resolve(article, text, form)


def load_claimants(annotator: int, article: str, folder: Path) -> Answers:
    """Return the first person's answers, with the claimants of another who judged nothing else.

    Raises:
        UnclearGold: a claimant is missing, or cannot be resolved.
    """
    answers = load(1, article, folder)
    path = folder / f"annotator-{annotator}" / f"{article}.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    if len(rows) != len(answers.claims):
        raise UnclearGold(f"{article}: {len(rows)} claimants for {len(answers.claims)} claims")
    claims = []
    for number, (claim, row) in enumerate(zip(answers.claims, rows, strict=True), 1):
        kind, place = _claimant(f"{article}, claim {number}", answers.text, row)
        claims.append(replace(claim, claimant_kind=kind, claimant=place))
    return replace(answers, claims=tuple(claims))


def resolve(article: str, text: str, form: dict[str, Any]) -> Answers:
    """Return the quotes of a form as offsets in the text.

    Raises:
        UnclearGold: a quote is not in the text, or more than once; a key or value is unknown.
    """
    sentences = _sentences(article, text, form["sentences"])
    claims = tuple(_claim(f"{article}, claim {number}", text, each) for number, each in enumerate(form["claims"], 1))
    return Answers(article, article[:2], half_of(article), text, sentences, claims)


def _form(path: Path) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if set(form) != {"sentences", "claims"}:
        raise UnclearGold(f"{path.name}: a form has sentences and claims, nothing else")
    return form


def _sentences(article: str, text: str, rows: list[dict[str, Any]]) -> tuple[Sentence, ...]:
    for row in rows:
        if set(row) != SENTENCE_KEYS:
            raise UnclearGold(f"{article}: a sentence has {sorted(SENTENCE_KEYS)}, not {sorted(row)}")
        _check(f"{article}, “{row['starts']}”", {"worthiness": row["worthiness"]})
    starts = [_place(article, text, row["starts"], None)[0] for row in rows]
    if starts != sorted(starts) or starts[0] != 0:
        raise UnclearGold(f"{article}: the sentences do not cover the text in its order")
    found = []
    for row, start, following in zip(rows, starts, [*starts[1:], len(text)], strict=True):
        end = start + len(text[start:following].rstrip())
        found.append(Sentence(start, end, row["worthiness"]))
    return tuple(found)


def _claim(where: str, text: str, row: dict[str, Any]) -> Claim:
    if missing := REQUIRED - set(row):
        raise UnclearGold(f"{where}: {sorted(missing)} missing")
    if unknown := set(row) - REQUIRED - OPTIONAL:
        raise UnclearGold(f"{where}: nobody knows {sorted(unknown)}")
    if empty := [key for key in ("kind", "worthiness") if row[key] is None]:
        raise UnclearGold(f"{where}: {empty} not filled in")
    claimant_kind, claimant = _claimant(where, text, row)
    if (claimant_kind == "author") != (row["form"] is None):
        raise UnclearGold(f"{where}: the author's own claims, and only they, have no form of speech")
    values = {"kind": row["kind"], "worthiness": row["worthiness"], "speech": row["form"]}
    values |= {"claimant_kind": claimant_kind, "stance": row.get("stance", "affirms")}
    _check(where, {key: value for key, value in values.items() if value is not None})
    return Claim(
        parts=_parts(where, text, row),
        claimant_kind=claimant_kind,
        claimant=claimant,
        reference=_optional(where, text, row, "reference"),
        cue=_optional(where, text, row, "cue"),
        kind=row["kind"],
        worthiness=row["worthiness"],
        form=row["form"],
        stance=row.get("stance", "affirms"),
    )


def _parts(where: str, text: str, row: dict[str, Any]) -> tuple[Place, ...]:
    span, occurrence = row["span"], row.get("span_occurrence")
    if isinstance(span, str):
        return (_place(where, text, span, occurrence),)
    counts = occurrence if isinstance(occurrence, list) else [occurrence] * len(span)
    if len(counts) != len(span):
        raise UnclearGold(f"{where}: {len(span)} parts, but {len(counts)} occurrences")
    parts = tuple(_place(where, text, words, count) for words, count in zip(span, counts, strict=True))
    if any(end > start for (_, end), (start, _) in pairwise(parts)):
        raise UnclearGold(f"{where}: the parts overlap or are not in the order of the text")
    return parts


def _claimant(where: str, text: str, row: dict[str, Any]) -> tuple[str, Place | None]:
    said = row["claimant"]
    if said == "author":
        return "author", None
    kind, words = ("unnamed", said.removeprefix("unnamed:")) if said.startswith("unnamed:") else ("entity", said)
    if kind == "unnamed" and not words:
        return kind, None
    return kind, _place(where, text, words, row.get("claimant_occurrence"))


def _optional(where: str, text: str, row: dict[str, Any], key: str) -> Place | None:
    words = row.get(key)
    return None if words is None else _place(where, text, words, row.get(f"{key}_occurrence"))


def _place(where: str, text: str, words: str, occurrence: int | None) -> Place:
    if not words or words != words.strip():
        raise UnclearGold(f"{where}: “{words}” is empty or has a blank at its edge")
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not places:
        raise UnclearGold(f"{where}: “{words}” is not in the article")
    if occurrence is None and len(places) > 1:
        raise UnclearGold(f"{where}: “{words}” is there {len(places)} times; say which with an occurrence")
    if occurrence is not None and not 1 <= occurrence <= len(places):
        raise UnclearGold(f"{where}: “{words}” is there {len(places)} times, not {occurrence}")
    return places[(occurrence or 1) - 1]


def _check(where: str, values: dict[str, Any]) -> None:
    for key, value in values.items():
        attribute = _news().attribute(CLAIMS, key)
        if attribute is None or value not in {each.id for each in attribute.values}:
            raise UnclearGold(f"{where}: {key} cannot be {value!r}")


@cache
def _news() -> Schema:
    return schema_file.load("news")
