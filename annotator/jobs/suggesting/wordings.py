"""The words by which a zero-shot model is asked for each label of the project."""

from annotator.model.patterns import name_of
from annotator.model.schema import Schema
from annotator.model.source_choices import SourceChoices
from annotator.suggest.adapter.layers import qualified
from annotator.suggest.sources import gliner
from annotator.suggest.sources.source import SourceInfo


def zero_shot_info(schema: Schema, choices: SourceChoices) -> SourceInfo | None:
    """Describe GLiNER with the project's wordings and threshold; None if the user has not set it up."""
    setup = gliner.chosen()
    if setup is None:
        return None
    return gliner.describe(setup, wordings_here(schema, choices), choices.threshold)


def wordings_here(schema: Schema, choices: SourceChoices) -> tuple[tuple[str, str], ...]:
    """Return each wording with its label (see `layers.qualified`), in the schema's order."""
    usual = usual_wordings(schema)
    chosen = choices.labels.get(gliner.NAME)
    if chosen is None:
        return tuple((wording, label) for label, wording in usual.items())
    return tuple((name_of(wording), label) for wording, label in chosen.items() if label in usual)


def usual_wordings(schema: Schema) -> dict[str, str]:
    """Return the English name of each label that a model may be asked for; the first letter is in lower case."""
    found: dict[str, str] = {}
    for label in schema.word_labels:
        name = label.name.get("en") or next(iter(label.name.values()), label.id)
        found[qualified(label.layer, label.id)] = name if name.isupper() else name[:1].lower() + name[1:]
    return found
