"""A data statement in Markdown: facts for users of a dataset about language, texts and annotators.

Counts are filled in; questions mark what only people know.
Source: Bender, Friedman, "Data Statements for Natural Language Processing", 2018; version 3 of the schema elements.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.formats.base import Census
from annotator.model.schema import Schema, words
from annotator.quality.measures.figures import Agreement
from annotator.text.normalization import one_line

STATEMENT = "DATA_STATEMENT.md"

_MOST = 12  # publishers in the table


def write_statement(census: Census, splits: Sequence[str], schema: Schema | None) -> str:
    """Return the statement of a dataset.

    Args:
        census: The counts of the dataset.
        splits: The names of the dataset's splits, in order.
        schema: The schema that explains the labels, or None.
    """
    return "\n".join(["# Data statement", *sections(census, splits, schema), ""])


def sections(census: Census, splits: Sequence[str], schema: Schema | None) -> Iterator[str]:
    """Yield the lines of the statement without its heading."""
    yield from _curation(census)
    yield from _language(census)
    yield from _annotators(census)
    yield from _labels(schema, census)
    yield from _counts(census, splits)


def named(name: str) -> str:
    """Return an untrusted name with Markdown characters replaced."""
    return re.sub(r"[^\w .@&/-]", "_", name)


def _to_fill_in(question: str) -> str:
    return f"- _To be filled in: {question}_"


def _curation(census: Census) -> Iterator[str]:
    yield from ("", "## Curation", "")
    articles = sum(census.documents.values())
    yield f"{articles} news articles with {census.characters} characters, labelled with Spanwright."
    if census.dates:
        first, last = map(named, census.dates)
        yield f"Published {f'on {first}' if first == last else f'from {first} to {last}'}, as far as that is known."
    yield from ("", "| publisher | articles |", "|---|---|")
    known = Counter({name: count for name, count in census.publishers.items() if name})
    yield from (f"| {named(name)} | {count} |" for name, count in known.most_common(_MOST))
    rest = articles - sum(count for _, count in known.most_common(_MOST))
    if rest:
        yield f"| others or unknown | {rest} |"
    yield from ("", _to_fill_in("why these articles were chosen, and how"))
    yield _to_fill_in("who holds the rights to the texts, and what others may do with them")


def _language(census: Census) -> Iterator[str]:
    yield from ("", "## Language", "", "| language | articles |", "|---|---|")
    yield from (f"| {language} | {count} |" for language, count in sorted(census.languages.items()))
    yield from ("", _to_fill_in("which varieties, and whether quotations are in others"))


def _annotators(census: Census) -> Iterator[str]:
    yield from ("", "## Annotators", "", "| annotator | labels |", "|---|---|")
    yield from (f"| {named(name)} | {count} |" for name, count in sorted(census.annotators.items()))
    of = {"human": "made by hand", "suggestion": "accepted from suggestions", "import": "imported"}
    counted = ", ".join(f"{count} {of.get(kind, kind)}" for kind, count in sorted(census.origins.items()))
    yield from ("", f"Of the labels: {counted or 'none'}.")
    yield from _agreement(census.agreement())
    yield from ("", _to_fill_in("who the annotators are, how they were trained, and how they were paid"))


def _agreement(found: Agreement) -> Iterator[str]:
    if not found.articles:
        yield "No article here was finished by two annotators, so agreement is not known."
        return
    yield from ("", f"Agreement on the {found.articles} articles that at least two annotators finished:", "")
    yield "| layer | labels | F, same words and label | 95% interval | F, words overlap | uα |"
    yield "|---|---|---|---|---|---|"
    for layer in found.layers:
        figures = (_percent(layer.f_exact), _interval(layer.interval), _percent(layer.f_overlap))
        alpha = "" if layer.alpha_u is None else f"{layer.alpha_u:.2f}"
        yield f"| {named(layer.layer)} | {layer.labelled} | {' | '.join(figures)} | {alpha} |"
    yield from (
        "",
        "| layer | annotators of the same articles | articles | labels together | F |",
        "|---|---|---|---|---|",
    )
    for layer in found.layers:
        for pair in layer.between:
            who = f"{named(pair.one)}, {named(pair.other)}"
            yield f"| {named(layer.layer)} | {who} | {pair.articles} | {pair.labels} | {_percent(pair.f)} |"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _interval(found: tuple[float, float] | None) -> str:
    return "" if found is None else f"{100 * found[0]:.1f}–{100 * found[1]:.1f}"


def _labels(schema: Schema | None, census: Census) -> Iterator[str]:
    yield from ("", "## What the labels mean", "", "| layer | label | meaning |", "|---|---|---|")
    for layer, label in census.labels:
        found = schema.label(layer, label) if schema else None
        meaning = one_line(words(found.help or found.name, "en")) if found else ""
        yield f"| {named(layer)} | {named(label)} | {meaning.replace('|', '/')} |"


def _counts(census: Census, splits: Sequence[str]) -> Iterator[str]:
    yield from (
        "",
        "## Numbers",
        "",
        f"| layer | label | {' | '.join(splits)} |",
        "|---|---|" + "---|" * len(splits),
    )
    documents = " | ".join(str(census.documents[split]) for split in splits)
    yield f"| | articles | {documents} |"
    for layer, label in census.labels:
        numbers = " | ".join(str(census.spans[split, layer, label]) for split in splits)
        yield f"| {named(layer)} | {named(label)} | {numbers} |"
