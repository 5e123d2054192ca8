"""Read the fates of a schema change from the log."""

from collections.abc import Iterator, Mapping
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
        fates = Fates(
            labels={(layer, label): new for (layer, label), new in value.get("labels", ())},
            fields={(layer, name): new for (layer, name), new in value.get("fields", ())},
            values={(layer, name, known): new for (layer, name, known), new in value.get("values", ())},
            relations=dict(value.get("relations", ())),
            words=words,
        )
    except (TypeError, AttributeError) as error:
        raise ValueError("not fates") from error
    if not all(isinstance(id_, str) for id_ in _ids(fates)):
        raise ValueError("not fates")
    return fates


def _ids(fates: Fates) -> Iterator[object]:
    """Yield all ids and words in fates, without the None of removed parts."""
    for key in (*fates.labels, *fates.fields, *fates.values, *fates.words):
        yield from key
    yield from fates.relations
    for became in (fates.labels, fates.fields, fates.values, fates.relations):
        yield from (new for new in became.values() if new is not None)
    for parted in fates.words.values():
        yield from (*parted, *parted.values())
