"""The agreement of a project's annotators, as tables for its report."""

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.schema import Schema, words
from annotator.quality.measures.figures import Agreement, LayerAgreement, percent

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "agreement": {
            "de": "Übereinstimmung (Artikel, die mindestens zwei fertig haben: {articles})",
            "en": "Agreement (articles that at least two people finished: {articles})",
        },
        "layer": {"de": "Ebene", "en": "Layer"},
        "labels": {"de": "Labels", "en": "Labels"},
        "label": {"de": "Label", "en": "Label"},
        "same": {"de": "Gleich, in %", "en": "Identical, %"},
        "range": {"de": "Bereich", "en": "Range"},
        "overlap": {"de": "Überlappend, in %", "en": "Overlapping, %"},
        "pairs": {"de": "Übereinstimmung je Paar", "en": "Agreement by pair"},
        "by_label": {"de": "Übereinstimmung je Label", "en": "Agreement by label"},
        "people": {"de": "Annotiert von", "en": "Annotators"},
        "articles": {"de": "Artikel", "en": "Articles"},
        "about": {
            "de": "Gleich: Von 100 Labels, die eine von zwei Personen vergeben hat, hat die andere so viele auf"
            " denselben Wörtern. Bereich: in 95 von 100 anderen Stichproben von Artikeln. uα und γ rechnen den Zufall"
            " heraus: 1 ist volle Übereinstimmung, 0 Zufall.",
            "en": "Identical: of every 100 labels that one of two people set, how many the other set on the same words."
            " Range: in 95 of 100 other samples of articles. uα and γ allow for chance: 1 is full agreement, 0 is"
            " chance.",
        },
    }
)

_MOST = 60  # pairs in the table, for each layer


class AgreementTable(NamedTuple):
    """A table for a report: a column whose name starts with # holds numbers; ``rows`` are HTML."""

    heading: str
    columns: list[str]
    rows: list[str]


def agreement_tables(found: Agreement, schema: Schema, language: str) -> Iterator[AgreementTable]:
    """Yield the tables of layers, of labels, and of pairs of annotators; nothing if no article has two annotators."""
    if not found.articles:
        return
    word = partial(_word, language)
    name = partial(_label_name, schema, language)
    columns = [word("layer"), *map(word, ("#labels", "#same", "#range", "#overlap")), "#uα", "#γ"]
    rows = [_row(_layer_name(schema, each, language), *_whole(each)) for each in found.layers]
    about = f'<tr><td colspan="7">{escape(word("about"))}</td></tr>\n'
    yield AgreementTable(word("agreement").format(articles=found.articles), columns, [*rows, about])
    labels = [
        _row(name(layer.layer, each.label), str(each.labels), percent(each.f), _range(each.interval))
        for layer in found.layers
        for each in layer.labels
    ]
    yield AgreementTable(word("by_label"), [word("label"), *map(word, ("#labels", "#same", "#range"))], labels)
    pairs = [
        _row(
            f"{each.one}, {each.other}",
            _layer_name(schema, layer, language),
            *(str(each.articles), str(each.labels), percent(each.f)),
        )
        for layer in found.layers
        for each in layer.between[:_MOST]
    ]
    yield AgreementTable(
        word("pairs"), [word("people"), *map(word, ("#layer", "#articles", "#labels", "#same"))], pairs
    )


def _word(language: str, key: str) -> str:
    """Return the word for a key of `_WORDS` in a language; a # before the key is put before the word."""
    return key[: key.startswith("#")] + words(_WORDS[key.removeprefix("#")], language)


def _whole(layer: LayerAgreement) -> tuple[str, ...]:
    return (
        str(layer.labelled),
        percent(layer.f_exact),
        _range(layer.interval),
        percent(layer.f_overlap),
        _two_digits(layer.alpha_u),
        _two_digits(layer.gamma) if layer.gamma_counts else "",
    )


def _row(name: str, *cells: str) -> str:
    numbers = "".join(f'<td class="n">{escape(cell)}</td>' for cell in cells)
    return f"<tr><td>{escape(name)}</td>{numbers}</tr>\n"


def _layer_name(schema: Schema, layer: LayerAgreement, language: str) -> str:
    known = next((each for each in schema.layers if each.id == layer.layer), None)
    return words(known.name, language) if known is not None else layer.layer


def _label_name(schema: Schema, language: str, layer: str, label: str) -> str:
    known = schema.label(layer, label)
    return words(known.name, language) if known is not None else label


def _range(interval: tuple[float, float] | None) -> str:
    return "–" if interval is None else f"{100 * interval[0]:.0f}–{100 * interval[1]:.0f}"


def _two_digits(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
