"""A pipeline's own labels: categories of sentences (textcat), some of which may mean claims, and labels of names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from configparser import ConfigParser, Error
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.text.normalization import plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The project's name for a category of claims that are worth checking.
CHECKABLE = "CFS"
_ONE_OF, _ANY_OF = "textcat", "textcat_multilabel"
# The factories of components that find names, which are not needed to categorise sentences.
_FINDERS = frozenset(
    ("ner", "beam_ner", "spancat", "spancat_singlelabel", "span_finder", "entity_ruler", "span_ruler", "entity_linker")
)
_CONFIG = "config.cfg"
_LARGEST = 1_000_000
_HALF = 0.5  # spaCy's threshold if a pipeline sets none


class CategoryScore(NamedTuple):
    """A category of a sentence, with its score from 0 to 1."""

    category: str
    score: float


def categorisers_of(pipeline: "Language") -> list[str]:
    """Return the names of a pipeline's text categorisers."""
    return [name for name in pipeline.pipe_names if _factory(pipeline, name) in {_ONE_OF, _ANY_OF}]


def categorise(pipeline: "Language", sentences: Sequence[str]) -> "Iterator[list[CategoryScore]]":
    """Yield the categories of each sentence, in order."""
    finders = [name for name in pipeline.pipe_names if _factory(pipeline, name) in _FINDERS]
    categorisers = [(name, _factory(pipeline, name)) for name in categorisers_of(pipeline)]
    for doc in pipeline.pipe(sentences, disable=finders):
        yield [
            found for name, factory in categorisers for found in _categories_of(doc, pipeline.get_pipe(name), factory)
        ]


def categorisers_in(folder: Path) -> frozenset[str]:
    """Return the names of the text categorisers in a pipeline's folder, without importing spaCy."""
    config = ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    try:
        with (folder / _CONFIG).open(encoding="utf-8") as stream:
            config.read_string(stream.read(_LARGEST))
    except (OSError, ValueError, Error):
        return frozenset()
    known = {f'"{_ONE_OF}"', f'"{_ANY_OF}"'}
    sections = (name for name in config.sections() if config.get(name, "factory", fallback="") in known)
    return frozenset(name.removeprefix("components.") for name in sections)


def sounds_like_claims(category: str) -> bool:
    """Return whether a category means claims, judging by its name; this is the default until a person chooses."""
    return category.casefold().replace("-", "").replace("_", "").replace(" ", "") in {
        *("claim", "claims", "checkworthy", "cfs", "behauptung", "factclaiming"),
    }


def _categories_of(doc: "Doc", component: Any, factory: str) -> list[CategoryScore]:
    scores: Mapping[str, float] = {label: doc.cats[label] for label in component.labels if label in doc.cats}
    if factory == _ONE_OF:
        best = max(scores, key=lambda label: scores[label], default=None)
        return [] if best is None else [CategoryScore(best, float(scores[best]))]
    least = component.cfg.get("threshold") or _HALF
    return [CategoryScore(label, float(score)) for label, score in scores.items() if score >= least]


def _factory(pipeline: "Language", name: str) -> str:
    return str(pipeline.get_pipe_meta(name).factory)


#: The labels of names that keep a leading article.
KEEPS_ARTICLE = frozenset("WORK_OF_ART DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT".split())

_LABEL = "MISC"
_NAMES = frozenset({"PER", "ORG", "LOC", _LABEL})
_NUMBER = re.compile(r"\d[\d.,\s]*")
#: Currencies; a list, since no spelling rule could tell "Euro-Cent" from "Euro-Norm".
CURRENCIES = frozenset(
    "Euro Euros Cent Cents Euro-Cent Dollar Dollars US-Dollar US-Dollars US-Cent "
    "Franken Rappen Pfund Pence Penny Yen Yuan Renminbi Rubel Kopeken "
    "Krone Kronen Öre Złoty Zloty Forint Lira Lire Lew Leu Lei Dinar Dirham Rial Schekel "
    "Rupie Rupien Rupiah Won Baht Ringgit Peso Pesos Real Reais Rand Hrywnja Griwna "
    "Mark D-Mark Reichsmark Pfennig Schilling Drachme Drachmen Taler Talern "
    "EUR USD CHF GBP JPY DM € $ £ ¥ US-$".split()
)


def is_currency(name: str, label: str) -> bool:
    """Return whether a name labelled MISC is only a currency.

    Longer names ("Euro 2024"), other words ("Eurozone") and other labels do not count: Franken is also a region, and
    Mark a person.
    """
    return label == _LABEL and plain(name) in CURRENCIES


def is_bare_number(name: str, label: str) -> bool:
    """Return whether a name of any kind is only a number ("210", "1,5"); models find such names now and then."""
    return label in _NAMES and _NUMBER.fullmatch(name) is not None
