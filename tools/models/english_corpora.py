"""Readers of the English corpora."""

import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

from annotator.suggest.crf.crf_component import spans_of_iob
from tools.models.german_corpora import FIFTHS, Article, Name, labelled_lines

_LABELS = {
    **{label: label for label in ("PER", "ORG", "LOC")},
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
}


def ewt(folder: Path) -> list[Article]:
    """Read the sentences of the dev split of UNER English-EWT; each identifier begins with the document's."""
    return list(_ewt(folder / "uner_en_ewt" / "dev.iob2.gz"))


def btc(folder: Path) -> list[Article]:
    """Read the tweets of the Broad Twitter Corpus."""
    paths = sorted((folder / "btc_en").glob("*.conll.gz"))
    return [article for path in paths for article in _conll(path)]


def wnut(folder: Path) -> list[Article]:
    """Read the dev split of WNUT 2017, only for scoring. Groups count as organisations."""
    return list(_conll(folder / "wnut17_en" / "emerging.dev.conll.gz"))


def own_sentences() -> list[Article]:
    """Read our own sentences in the style of news, blogs, reviews and mails."""
    return labelled_lines("news_en.txt")


def own_posts() -> list[Article]:
    """Read our own posts, comments, reviews and encyclopaedia sentences."""
    return labelled_lines("posts_en.txt")


def unlearnt() -> list[Article]:
    """Read the paragraphs of twelve articles of our own that no model learns from."""
    return labelled_lines("unlearnt_en.txt")


def fifth(article: Article) -> int:
    """Return the fifth that an EWT document belongs to."""
    document = article.id.rpartition("-")[0]
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % FIFTHS


def _ewt(path: Path) -> Iterator[Article]:
    facts: dict[str, str] = {}
    words: list[str] = []
    iob: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                facts[key.strip()] = value.strip()
            elif line.strip():
                _, word, label, *_ = line.rstrip("\n").split("\t")
                words.append(word)
                iob.append(label)
            elif words:
                yield Article(id=facts["sent_id"], text=facts["text"], names=_names(facts["text"], words, iob))
                words, iob = [], []


def _conll(path: Path) -> Iterator[Article]:
    rows: list[tuple[str, str]] = []
    number = 0
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in [*lines, "\n"]:
            cells = line.split()
            if len(cells) > 1:
                rows.append((cells[0], cells[-1]))
            elif rows:
                words, iob = [word for word, _ in rows], [label for _, label in rows]
                text = " ".join(words)
                yield Article(id=f"{path.name}-{number}", text=text, names=_names(text, words, iob))
                rows, number = [], number + 1


def _names(text: str, words: list[str], iob: list[str]) -> frozenset[Name]:
    places = []
    at = 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        places.append((start, at))
    return frozenset(
        (places[start][0], places[end - 1][1], _LABELS[label])
        for start, end, label in spans_of_iob(iob)
        if label in _LABELS
    )
