"""The corpora as labelled sentences in the program's own tokens, and as chunks of pieces for training."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.crf.crf_component import sentences
from annotator.suggest.encoder.chunks import cut
from annotator.suggest.encoder.unigram import Unigram
from tools.models import english_corpora as english
from tools.models import german_corpora as german
from tools.models.encoder import own_articles
from tools.models.german_corpora import Article

if TYPE_CHECKING:
    from spacy.language import Language

LABELS = ("O", *(f"{part}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for part in "BI"))
#: Corpora disagree on what a name is. A learnt vector on the first token says which corpus to follow.
STYLES = ("neutral", "germeval", "smartdata", "ewt", "btc")
WITHOUT_MISC = frozenset({"smartdata", "ewt", "btc"})
#: The sets that are only reported on. The others are `train`; `articles` and `posts` of our own, learnt after it;
#: `choice`, held out of the model that ships; and `unlearnt`, articles of our own from which no model learns.
REPORTED = ("germeval", "smartdata", "ewt", "wnut")

#: The fold of EWT that the model for choosing has not learnt.
EWT_FOLD = 1
_TENTH = 10
_CLAIM = range(45, 160)  # characters
_MEAN = 600  # sentences for each mean


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, the code point at which each starts, whether a space precedes each, and their labels."""

    words: list[str]
    starts: list[int]
    spaces: list[bool]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a set, with its names (start, end, label) and sentences."""

    set: str
    style: str
    text: str
    names: list[tuple[int, int, str]]
    sentences: list[Sentence]


@dataclass(slots=True)
class Chunk:
    """Whole sentences cut into pieces, as training reads them.

    `first` is the index of each word's first piece. `words` has each word's place in the corpus: text, sentence, word.
    """

    ids: NDArray[np.int32]
    first: NDArray[np.int32]
    labels: NDArray[np.int16]
    style: int
    partial: bool  # MISC is not annotated here
    words: list[tuple[int, int, int]]  # text, sentence, word


def write(folder: Path, out: Path) -> None:
    """Write all corpora as sentences, one JSON line for each text."""
    import spacy

    pipelines = {language: spacy.blank(language) for language in ("de", "en")}
    partial = out.with_suffix(".part")
    with gzip.open(partial, "wt", encoding="utf-8") as stream:
        for article, language, style, name in _articles(folder, pipelines["de"]):
            stream.write(json.dumps(asdict(_text(article, style, name, pipelines[language])), ensure_ascii=False))
            stream.write("\n")
    partial.replace(out)


def read(path: Path) -> list[Text]:
    """Read the file that `write` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Text(
            row["set"],
            row["style"],
            row["text"],
            [tuple(n) for n in row["names"]],
            [Sentence(**s) for s in row["sentences"]],
        )
        for row in rows
    ]


def _articles(folder: Path, nlp: "Language") -> Iterator[tuple[Article, str, str, str]]:
    """Yield article, language, style and set.

    `choice` is the last tenth of GermEval's training sentences and a tenth of SmartData outside its frozen fifth; for
    EWT it is one fold of five, which is also reported.
    """
    corpora = german.read_corpora(folder, nlp)
    for article, style, is_held_out in parts(corpora):
        yield article, "de", style, "choice" if is_held_out else "train"
    for article in (*german.own_texts(), *german.headlines()):
        yield article, "de", "germeval", "train"
    for article in corpora.scored["germeval"]:
        yield article, "de", "germeval", "germeval"
    for article in corpora.scored["smartdata"]:
        yield article, "de", "smartdata", "smartdata"
    for article in german.unlearnt():
        yield article, "de", "germeval", "unlearnt"
    yield from _english(folder)
    for article, language in own_articles.read():
        yield article, language, "germeval" if language == "de" else "ewt", "articles"


def _english(folder: Path) -> Iterator[tuple[Article, str, str, str]]:
    for article in english.btc(folder):
        yield article, "en", "btc", "train"
    for article in english.ewt(folder):
        yield article, "en", "ewt", "ewt" if english.fifth(article) == EWT_FOLD else "train"
    for article in english.own_sentences():
        yield article, "en", "ewt", "train"
    for article in english.own_posts():
        yield article, "en", "ewt", "posts"
    for article in english.unlearnt():
        yield article, "en", "ewt", "unlearnt"
    for article in english.wnut(folder):
        yield article, "en", "btc", "wnut"


def parts(corpora: german.Corpora) -> Iterator[tuple[Article, str, bool]]:
    """Yield the German training texts with their style, and whether they are held out of the model for choosing."""
    germeval = [article for article in corpora.training if not german.is_smartdata(article)]
    smartdata = [article for article in corpora.training if german.is_smartdata(article)]
    news = [article for article in smartdata if german.is_news(article)]
    tweets = [article for article in smartdata if not german.is_news(article)]
    for articles, style in ((germeval, "germeval"), (news, "smartdata"), (tweets, "smartdata")):
        first = len(articles) - len(articles) // _TENTH
        for number, article in enumerate(articles):
            yield article, style, number >= first


def _text(article: Article, style: str, name: str, nlp: "Language") -> Text:
    doc = german.annotated(article, nlp)
    found = []
    for places in sentences([token.text for token in doc]):
        tokens = [doc[place] for place in places if not doc[place].is_space]
        if not tokens:
            continue
        labels = [f"{token.ent_iob_}-{token.ent_type_}".rstrip("-") for token in tokens]
        labels[0] = labels[0].replace("I-", "B-", 1)
        starts = [token.idx for token in tokens]
        spaces = [t.i == 0 or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in tokens]
        found.append(Sentence([token.text for token in tokens], starts, spaces, labels))
    return Text(name, style, article.text, sorted(article.names), found)


def chunks(texts: Sequence[Text], unigram: Unigram, style: str | None = None) -> list[Chunk]:
    """Cut texts into chunks of whole sentences; a longer sentence is cut between words."""
    return [chunk for number, text in enumerate(texts) for chunk in _chunks(number, text, unigram, style or text.style)]


def _chunks(number: int, text: Text, unigram: Unigram, style: str) -> Iterator[Chunk]:
    places = [(number, place, at) for place, sentence in enumerate(text.sentences) for at in range(len(sentence.words))]
    labels = [LABELS.index(label) for sentence in text.sentences for label in sentence.labels]
    words = [list(zip(sentence.words, sentence.spaces, strict=True)) for sentence in text.sentences]
    for chunk in cut(words, unigram):
        yield Chunk(
            np.array(chunk.pieces, np.int32),
            np.array(chunk.first, np.int32),
            np.array([labels[word] for word in chunk.words], np.int16),
            STYLES.index(style),
            text.style in WITHOUT_MISC,
            [places[word] for word in chunk.words],
        )


def sentences_of(texts: Sequence[Text]) -> dict[str, list[str]]:
    """Return sentences of a claim's length for each language, drawn at random but always the same."""
    found = {}
    for language, style in (("de", "germeval"), ("en", "ewt")):
        fit = [t.text for t in texts if t.set == "train" and t.style == style and len(t.text) in _CLAIM]
        found[language] = random.Random(_MEAN).sample(fit, _MEAN)  # noqa: S311
    return found


def plain_texts(folder: Path, resources: Path) -> Iterable[str]:
    """Yield further texts, which only show which pieces German and English need."""
    for path in sorted((resources / "rehearsal").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((folder / "europarl_de").glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
            yield " ".join(line.split("\t")[0].split(" ")[0] for line in lines)
    with gzip.open(folder / "claimbuster_en" / "claimbuster.csv.gz", "rt", encoding="utf-8", errors="replace") as lines:
        yield lines.read()
