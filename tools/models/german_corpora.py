"""Reads the German corpora and sets aside what no training may see."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.suggest.crf.crf_component import spans_of_iob

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Name = tuple[int, int, str]
FIFTHS = 5

_GERMEVAL_LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}
_CLOSING = set(",.;:!?)]}%…“”’")
_OPENING = set("([{„‚‹")
_NAME = re.compile(r"([^{}]*)(?:\{(\w+) ([^{}]+)\}|$)")
_SHINGLE = 5
_NEARLY_THE_SAME = 0.2


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text and its names: start, end (code points, end exclusive) and label."""

    id: str
    text: str
    names: frozenset[Name]


@dataclass(frozen=True, kw_only=True)
class Corpora:
    """The training texts, and the texts to score on by the name of their set."""

    training: list[Article]
    scored: dict[str, list[Article]]


def read_corpora(folder: Path, nlp: "Language") -> Corpora:
    """Read both corpora; near repetitions of a frozen text are left out of the training texts."""
    sentences = list(_germeval(folder / "germeval14" / "train.iob2.gz", word_column=0))
    dev = list(_germeval(folder / "germeval14" / "dev.tsv.gz", word_column=1))
    smartdata = list(_smartdata(folder / "smartdata_de" / "v1_train.json.gz", nlp))
    frozen = [article for article in smartdata if is_frozen(article.id)]
    open_articles = [article for article in smartdata if not is_frozen(article.id)]
    training = without_repetitions([*sentences, *open_articles], [*dev, *frozen])
    return Corpora(training=training, scored=_by_set(dev, frozen))


def annotated(article: Article, nlp: "Language") -> "Doc":
    """Return an article as a `Doc` of the program's tokenizer; each name is widened to whole tokens."""
    from spacy.util import filter_spans

    doc = nlp.make_doc(article.text)
    spans = (
        doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in sorted(article.names)
    )
    doc.set_ents(filter_spans(span for span in spans if span), default="outside")
    return doc


def headlines() -> list[Article]:
    """Read our own headlines."""
    return labelled_lines("headlines_de.txt")


def own_texts() -> list[Article]:
    """Read our own texts in the style of news, each of a few sentences at most."""
    return labelled_lines("news_de.txt")


def unlearnt() -> list[Article]:
    """Read the paragraphs of twelve articles of our own that no model learns from."""
    return labelled_lines("unlearnt_de.txt")


def labelled_lines(name: str) -> list[Article]:
    """Read a file of our own labelled lines."""
    path = Path(__file__).with_name("papers") / name
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_labelled(f"{name} {number}", line) for number, line in enumerate(lines)]


def _labelled(article_id: str, line: str) -> Article:
    """Read a line in which each name is in braces, after its label."""
    text, names = "", set()
    for before, label, name in _NAME.findall(line):
        text += before
        if name:
            names.add((len(text), len(text) + len(name), label))
            text += name
    return Article(id=article_id, text=text, names=frozenset(names))


def fold_of(corpora: Corpora, fold: int) -> Corpora:
    """Set a fifth of the training texts aside to score on, instead of the frozen texts."""
    aside = [article for article in corpora.training if _fifth(article.id) == fold]
    rest = [article for article in corpora.training if _fifth(article.id) != fold]
    sentences = [article for article in aside if not is_smartdata(article)]
    others = [article for article in aside if is_smartdata(article)]
    return Corpora(training=without_repetitions(rest, aside), scored=_by_set(sentences, others))


def is_frozen(article_id: str) -> bool:
    """Return whether a SmartData document belongs to the fifth that no training sees."""
    return _fifth(article_id) == 0


def _fifth(article_id: str) -> int:
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % FIFTHS


def _by_set(sentences: list[Article], smartdata: list[Article]) -> dict[str, list[Article]]:
    news = [article for article in smartdata if is_news(article)]
    return {"germeval": sentences, "smartdata": smartdata, "smartdata_news": news}


def frozen_news(folder: Path, nlp: "Language") -> list[Article]:
    """Read the news texts of SmartData that no training sees."""
    smartdata = _smartdata(folder / "smartdata_de" / "v1_train.json.gz", nlp)
    return [article for article in smartdata if is_frozen(article.id) and is_news(article)]


def is_smartdata(article: Article) -> bool:
    """Return whether a text comes from SmartData, which has no MISC."""
    return not article.id.startswith("germeval")


def is_news(article: Article) -> bool:
    """Return whether a SmartData text is news rather than a tweet."""
    return article.id.startswith("http")


def without_repetitions(articles: list[Article], frozen: Iterable[Article]) -> list[Article]:
    """Drop articles that share over a fifth of their word sequences with the frozen texts."""
    seen = {shingle for article in frozen for shingle in _shingles(article.text)}
    kept = []
    for article in articles:
        own = _shingles(article.text)
        if len(own & seen) <= _NEARLY_THE_SAME * len(own):
            kept.append(article)
    return kept


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}


def _germeval(path: Path, *, word_column: int) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        number = 0
        for line in [*lines, "\n"]:
            if line.startswith("#"):
                continue
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                words = [row[word_column] for row in rows]
                iob = [row[word_column + 1] for row in rows]
                yield _sentence(f"germeval {path.name} {number}", words, iob)
                rows, number = [], number + 1


def _sentence(article_id: str, words: list[str], iob: list[str]) -> Article:
    """Join the words of a sentence to a text with its names; names inside words (`deriv`, `part`) do not count."""
    starts, text = [], ""
    for word, has_space in zip(words, _spaces(words), strict=True):
        starts.append(len(text))
        text += word + (" " if has_space else "")
    names = {
        (starts[start], starts[end - 1] + len(words[end - 1]), _GERMEVAL_LABELS[label])
        for start, end, label in spans_of_iob(iob)
        if label in _GERMEVAL_LABELS
    }
    return Article(id=article_id, text=text, names=frozenset(names))


def _spaces(words: list[str]) -> list[bool]:
    """Return a guess at which words are followed by a space; the corpus does not record it."""
    spaces = [True] * len(words)
    is_open = False
    for at, word in enumerate(words):
        closes = word in _CLOSING or word == "/" or (word == '"' and is_open)
        opens = word in _OPENING or word == "/" or (word == '"' and not is_open)
        if word == '"':
            is_open = not is_open
        if closes and at:
            spaces[at - 1] = False
        if opens:
            spaces[at] = False
    spaces[-1] = False
    return spaces


def _smartdata(path: Path, nlp: "Language") -> Iterator[Article]:
    texts = set()
    for entry in _objects(path):
        text = entry["text"]["string"]
        if text not in texts:
            texts.add(text)
            yield _smartdata_article(entry, text, nlp)


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield JSON objects that are written one after another."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        content = stream.read()
    decoder, at = json.JSONDecoder(), 0
    while at < len(content):
        if content[at] in " \r\n\t,[]":
            at += 1
        else:
            entry, at = decoder.raw_decode(content, at)
            yield entry


def _smartdata_article(entry: dict[str, Any], text: str, nlp: "Language") -> Article:
    """Return the article with names of whole words, without space and punctuation at their edges; the longest wins."""
    from spacy.tokens import Span
    from spacy.util import filter_spans

    doc = nlp.make_doc(text)
    spans = []
    for mention in (entry["conceptMentions"] or {}).get("array", []):
        label = _smartdata_label(mention["type"])
        place = mention["span"]
        if label is None or place["start"] >= place["end"]:
            continue
        span = doc.char_span(place["start"], place["end"], label=label, alignment_mode="expand")
        while span and (span[0].is_space or span[0].is_punct):
            span = Span(doc, span.start + 1, span.end, label=label)
        while span and (span[-1].is_space or span[-1].is_punct):
            span = Span(doc, span.start, span.end - 1, label=label)
        if span and not any(token.is_space for token in span):
            spans.append(span)
    names = {(span.start_char, span.end_char, span.label_) for span in filter_spans(spans)}
    return Article(id=entry["id"], text=text, names=frozenset(names))


def _smartdata_label(kind: str) -> str | None:
    if kind.startswith("organization"):
        return "ORG"
    if kind.startswith("location"):
        return "LOC"
    return "PER" if kind == "person" else None
