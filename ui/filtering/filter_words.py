"""Names of filters, and sentences for what they match."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.query import Order, Question, Stage
from annotator.model.schema import Attribute, Schema, words
from annotator.model.values import Priority, State
from ui.base.i18n import date, language_name, number, translate, ui_language
from ui.base.look.look import label_name
from ui.base.words.counted import articles_words, in_articles, occurrences_text


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
    """Return how far several people are with an article."""
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


def filters_of(question: Question, schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each filter of a query: the names of its fields, and its text."""
    if question.state is not None:
        yield ("state",), state_words(question.state)
    if question.language is not None:
        yield ("language",), language_name(question.language)
    if question.priority is not None:
        yield ("priority",), priority_words(question.priority)
    if question.stage is not None:
        yield ("stage",), stage_words(question.stage)
    for name, pattern in _patterns().items():
        if value := getattr(question, name):
            yield (name,), pattern.format(value=value)
    if question.since or question.until:
        yield ("since", "until"), date_words(question.since, question.until)
    if question.article_label is not None:
        yield ("article_label",), attribute_words(question.article_label, schema.document_labels)
    yield from _of_spans(question, schema)


def date_words(since: str | None, until: str | None) -> str:
    """Return the text for a range of days."""
    if since and until:
        return translate("Search", "{since} to {until}").format(since=date(since), until=date(until))
    pattern = translate("Search", "from {date} on") if since else translate("Search", "until {date}")
    return pattern.format(date=date(since or until))


def attribute_words(attribute: tuple[str, str], fields: Iterable[Attribute]) -> str:
    """Return "field: value"; the ids where they are not among ``fields``."""
    name, value = attribute
    field = next((found for found in fields if found.id == name), None)
    if field is None:
        return f"{name}: {value}"
    known = next((words(each.name, ui_language()) for each in field.values if each.id == value), value)
    return f"{words(field.name, ui_language())}: {known}"


def question_words(question: Question, schema: Schema) -> str:
    """Return a query in one line."""
    quoted = translate("Search", "“{words}”").format(words=question.words) if question.words else ""
    return " · ".join(filter(None, (quoted, *(text for _, text in filters_of(question, schema)))))


def found_words(places: int, articles: int, *, whole: bool, more: bool) -> str:
    """Return the number of results; ``whole`` counts articles instead of places."""
    if whole:
        return articles_words(articles)
    count = translate("Search", "more than {count} places") if more else occurrences_text(places)
    of = translate("Search", "{places} {articles}")
    return of.format(places=count.format(count=number(places)), articles=in_articles(articles))


def sentences_words(sentences: int, articles: int, *, more: bool) -> str:
    """Return the number of sentences found by meaning; ``more`` tells that not all were compared."""
    from annotator.jobs.searching.sentence_search import MOST_READ  # imports much that the first paint does not need

    one, many = translate("Search", "1 sentence {articles}"), translate("Search", "{count} sentences {articles}")
    found = (one if sentences == 1 else many).format(count=number(sentences), articles=in_articles(articles))
    compared = translate("Search", "{found}; the first {count} sentences of the project were compared")
    return compared.format(found=found, count=number(MOST_READ)) if more else found


def _of_spans(question: Question, schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    if question.layer is not None:
        yield ("layer", "label"), _label_words(question, schema)
    if question.beside is not None:
        together = translate("Search", "Together with {label}")
        yield ("beside",), together.format(label=label_name(schema, *question.beside))
    if question.attribute is not None:
        yield ("attribute",), attribute_words(question.attribute, schema.attributes)


def _label_words(question: Question, schema: Schema) -> str:
    layer = question.layer or ""
    if question.label:
        return label_name(schema, layer, question.label)
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
