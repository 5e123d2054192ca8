"""Read the fates of a schema change from the log."""

from collections.abc import Mapping
from typing import Any

from annotator.editing.schema_editing.changes import Fates, LabelKey


def fates_from(value: Mapping[str, Any]) -> Fates:
    """Return the fates of a schema change from JSON in the log.

    Raises:
        ValueError: The JSON is not as `fates_to` writes it.
    """
    try:
        words: dict[LabelKey, dict[str, str]] = {}
        for (layer, label), quote, new in value.get("words", ()):
            words.setdefault((layer, label), {})[quote] = new
        return Fates(
            labels={(layer, label): new for (layer, label), new in value.get("labels", ())},
            fields={(layer, name): new for (layer, name), new in value.get("fields", ())},
            values={(layer, name, known): new for (layer, name, known), new in value.get("values", ())},
            relations=dict(value.get("relations", ())),
            words=words,
        )
    except (TypeError, AttributeError) as error:
        raise ValueError("not fates") from error
