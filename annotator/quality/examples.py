"""Adding a settled disagreement to its label's guideline as an example."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.schema import Schema, words
from annotator.model.schema_file import dumps
from annotator.model.values import SCHEMA, Document, Setting, Span
from annotator.text.language import LANGUAGES
from annotator.text.normalization import one_line
from annotator.text.sentences import split

_LONGEST = 300  # characters of a sentence quoted


def example(
    schema: Schema, written: str, document: Document, span: Span, others: Sequence[str], by: str
) -> Edit | None:
    """Return the edit that adds a gold span to its label's examples, or None if the example already exists.

    ``written`` is the schema as it is stored, ``others`` are the other labels that people gave these words.
    """
    label = schema.label(span.layer, span.label)
    if label is None:
        return None
    language = document.language if document.language in LANGUAGES else "en"
    names = [words(found.name, language) for other in others if (found := schema.label(span.layer, other)) is not None]
    told = f"{_sentence(document.text, span)} → {one_line(span.quote(document.text))}: "
    told += words(label.name, language) + (f" (≠ {', '.join(names)})" if names else "")
    known = label.examples.get(language, ())
    if told in known:
        return None
    fuller = replace(label, examples={**label.examples, language: (*known, told)})
    layers = tuple(
        replace(layer, labels=tuple(fuller if each is label else each for each in layer.labels))
        for layer in schema.layers
    )
    after = dumps(replace(schema, layers=layers))
    change = Change(before=Setting(name=SCHEMA, value=written), after=Setting(name=SCHEMA, value=after))
    return Edit(kind=EditKind.SCHEMA, annotator=by, changes=(change,))


def _sentence(text: str, span: Span) -> str:
    around = next((part for part in split(text) if part[0] <= span.start < part[1]), (span.start, span.end))
    return one_line(text[around[0] : around[1]])[:_LONGEST]
