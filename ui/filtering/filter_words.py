"""Names of filters, and texts for what a query found."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.query import Order, Query, Stage
from annotator.model.schema import Attribute, Schema, words
from annotator.model.values import Priority, State
from ui.base.i18n import date, language_name, number, translate, ui_language
from ui.base.look.look import label_name
from ui.base.words.counted import articles_words, counted, in_articles, occurrences_text


def state_words(state: State) -> str:
    """Return a state's name."""
    return {
        State.OPEN: translate("Search", "Open"),
        State.DONE: translate("Search", "Done"),
        State.SKIPPED: translate("Search", "Skipped"),
    }[state]


def priority_words(priority: Priority) -> str:
    """Return a priority's name."""
    return {
        Priority.HIGH: translate("Search", "High priority"),
        Priority.NORMAL: translate("Search", "Normal priority"),
        Priority.LOW: translate("Search", "Low priority"),
    }[priority]


def stage_words(stage: Stage) -> str:
    """Return the name of a review stage."""
    return {
        Stage.REVIEWED: translate("Search", "Reviewed"),
        Stage.UNREVIEWED: translate("Search", "Not reviewed"),
        Stage.ADJUDICATED: translate("Search", "Adjudicated"),
        Stage.UNADJUDICATED: translate("Search", "To be adjudicated"),
        Stage.DISCUSSED: translate("Search", "With open comments"),
    }[stage]


def order_words(order: Order) -> str:
    """Return an order's name."""
    return {
        Order.ADDED: translate("Search", "As added"),
        Order.NEWEST: translate("Search", "Newest first"),
        Order.OLDEST: translate("Search", "Oldest first"),
        Order.TITLE: translate("Search", "By title"),
        Order.WAITING: translate("Search", "Most suggestions first"),
        Order.LEARNING: translate("Search", "Most to learn first"),
        Order.VARIED: translate("Search", "Most varied first"),
        Order.BATCH: translate("Search", "By batch"),
        Order.RANDOM: translate("Search", "Shuffled"),
    }[order]


def filters_of(query: Query, schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each filter of a query: the names of its fields, and its text."""
    if query.state is not None:
        yield ("state",), state_words(query.state)
    if query.language is not None:
        yield ("language",), language_name(query.language)
    if query.priority is not None:
        yield ("priority",), priority_words(query.priority)
    if query.stage is not None:
        yield ("stage",), stage_words(query.stage)
    for name, pattern in _patterns().items():
        if value := getattr(query, name):
            yield (name,), pattern.format(value=value)
    if query.since or query.until:
        yield ("since", "until"), date_words(query.since, query.until)
    if query.article_label is not None:
        yield ("article_label",), attribute_words(query.article_label, schema.document_labels)
    yield from _of_spans(query, schema)


def date_words(since: str | None, until: str | None) -> str:
    """Return the text for a range of days."""
    if since and until:
        return translate("Search", "{since} to {until}").format(since=date(since), until=date(until))
    pattern = translate("Search", "from {date} on") if since else translate("Search", "until {date}")
    return pattern.format(date=date(since or until))


def attribute_words(attribute: tuple[str, str], fields: Iterable[Attribute]) -> str:
    """Return "field: value" in the window's language, with ids in place of names that ``fields`` lacks."""
    name, value = attribute
    field = next((found for found in fields if found.id == name), None)
    if field is None:
        return f"{name}: {value}"
    known = next((words(each.name, ui_language()) for each in field.values if each.id == value), value)
    return f"{words(field.name, ui_language())}: {known}"


def query_words(query: Query, schema: Schema) -> str:
    """Return a query as one line of text."""
    quoted = translate("Search", "“{words}”").format(words=query.words) if query.words else ""
    return " · ".join(filter(None, (quoted, *(text for _, text in filters_of(query, schema)))))


def found_words(places: int, articles: int, *, whole: bool, more: bool) -> str:
    """Return the text for the number of results. With ``whole``, the results are articles, not places."""
    if whole:
        return articles_words(articles)
    count = translate("Search", "more than {count} places") if more else occurrences_text(places)
    of = translate("Search", "{places} {articles}")
    return of.format(places=count.format(count=number(places)), articles=in_articles(articles))


def sentences_words(sentences: int, articles: int, *, more: bool) -> str:
    """Return the text for the number of sentences found by meaning; ``more`` means that not all were compared."""
    from annotator.jobs.searching.sentence_search import MOST_READ  # slow to import: not before the first paint

    one, many = translate("Search", "1 sentence {articles}"), translate("Search", "{count} sentences {articles}")
    found = counted(sentences, one, many, articles=in_articles(articles))
    compared = translate("Search", "{found}; the first {count} sentences of the project were compared")
    return compared.format(found=found, count=number(MOST_READ)) if more else found


def _of_spans(query: Query, schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    if query.layer is not None:
        yield ("layer", "label"), _label_words(query, schema)
    if query.beside is not None:
        together = translate("Search", "Together with {label}")
        yield ("beside",), together.format(label=label_name(schema, *query.beside))
    if query.attribute is not None:
        yield ("attribute",), attribute_words(query.attribute, schema.attributes)


def _label_words(query: Query, schema: Schema) -> str:
    layer = query.layer or ""
    if query.label:
        return label_name(schema, layer, query.label)
    name = next((words(each.name, ui_language()) for each in schema.layers if each.id == layer), layer)
    return translate("Search", "Any label: {layer}").format(layer=name)


def _patterns() -> Mapping[str, str]:
    return {
        "publisher": translate("Search", "Publisher: {value}"),
        "batch": translate("Search", "Batch: {value}"),
        "dealt_to": translate("Search", "Dealt to: {value}"),
        "done_by": translate("Search", "Done by: {value}"),
        "claimant": translate("Search", "Claimant: {value}"),
        "said_by": translate("Search", "Annotator: {value}"),
        "replaced": translate("Search", "Replaced by a newer version"),
        "noted": translate("Search", "Article with a note"),
        "note": translate("Search", "With a note"),
        "doubt": translate("Search", "In doubt"),
    }
