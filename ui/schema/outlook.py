"""What Apply will do, in words: for the foot of the schema's window."""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.model import ENTITIES
from annotator.schema import Schema
from annotator.schema_editing.changes import SchemaChange
from annotator.schema_editing.effects import Consequence, Effect, Usage, consequences, keeping
from annotator.schema_editing.flaws import Flaw, Wrong
from ui.i18n import number
from ui.schema.draft import Kind, Place, called_at, place_of

translate = QCoreApplication.translate
_MOST = 3  # of new or hidden labels that are named
_SENTENCES = {
    Effect.RELABELLED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}”: {labels}."),
    Effect.JOINED: QT_TRANSLATE_NOOP("SchemaOutlook", "Of “{one}” and “{what}” at the same words one stays: {places}."),
    Effect.REMOVED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” goes, and with it {labels}."),
    Effect.UNRELATED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” loses {links}."),
    Effect.RELATED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}”: {links}."),
    Effect.REVALUED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}” in {labels}."),
    Effect.EMPTIED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” is taken out of {labels}."),
    Effect.FIELD_RENAMED: QT_TRANSLATE_NOOP("SchemaOutlook", "The field “{what}” becomes “{into}”: {labels}."),
    Effect.FIELD_EMPTIED: QT_TRANSLATE_NOOP("SchemaOutlook", "The field “{what}” goes, with what it says of {labels}."),
    Effect.SUPERSEDED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” loses {suggestions}."),
}


def outlook(change: SchemaChange, usage: Usage, suggested: Collection[str] = ()) -> list[str]:
    """Say all that a change does; an empty list says that there is nothing to apply.

    ``suggested`` are the labels of names that models know.
    """
    if not change.changes_anything:
        return []
    kept_change, kept = keeping(change, usage)
    told = [consequence_words(found, kept_change) for found in consequences(kept_change, usage)]
    if kept.names:
        words = translate("SchemaOutlook", "In use, so kept and not offered: {names}.")
        told.append(words.format(names=_listed(kept.names)))
    told += _of_labels(change)
    told += _unsuggested(change, suggested)
    gone = len({rule.id for rule in change.before.rules} - {rule.id for rule in change.after.rules})
    if gone == 1:
        told.append(translate("SchemaOutlook", "One rule goes."))
    elif gone:
        told.append(translate("SchemaOutlook", "{count} rules go.").format(count=number(gone)))
    if not consequences(kept_change, usage):
        told.append(translate("SchemaOutlook", "Nothing that is labelled changes."))
    return told


def consequence_words(found: Consequence, change: SchemaChange) -> str:
    """Say what happens."""
    what, into = _what(found, change.before), _into(found, change.after)
    if what == into and found.effect is not Effect.JOINED:  # only the short name is another
        what, into = found.what[-1], found.into or ""
    one = called_at(change.before, Place(Kind.LABEL, found.what[:2])) if found.effect is Effect.JOINED else ""
    words = translate("SchemaOutlook", _SENTENCES[found.effect])
    return words.format(what=what, into=into, one=one, **_counted(found.count))


def flaw_words(flaw: Flaw, schema: Schema) -> str:
    """Say what is wrong, and where."""
    place = place_of(flaw.place, schema)
    what = called_at(schema, place)
    match flaw.wrong:
        case Wrong.NO_NAME:
            return translate("SchemaOutlook", "“{what}” has no name yet.").format(what=flaw.place[-1])
        case Wrong.NO_VALUES:
            return translate("SchemaOutlook", "The field “{what}” needs a value to choose.").format(what=what)
        case Wrong.NO_ENDS:
            return translate("SchemaOutlook", "The link “{what}” needs something to begin and to end at.").format(
                what=what
            )
        case Wrong.KEY_TWICE:
            other = called_at(schema, place_of(flaw.other, schema))
            words = translate("SchemaOutlook", "“{what}” and “{other}” have the same key: {key}.")
            return words.format(what=what, other=other, key=flaw.key.upper())


def labels_words(count: int) -> str:
    """Count labels in the article."""
    one, more = translate("SchemaOutlook", "one label"), translate("SchemaOutlook", "{count} labels")
    return one if count == 1 else more.format(count=number(count))


def _what(found: Consequence, before: Schema) -> str:
    return called_at(before, _place(found.effect, found.what))


def _into(found: Consequence, after: Schema) -> str:
    return called_at(after, _place(found.effect, (*found.what[:-1], found.into))) if found.into is not None else ""


def _place(effect: Effect, path: tuple[str, ...]) -> Place:
    match effect:
        case Effect.JOINED:
            return Place(Kind.LABEL, (path[0], path[-1]))
        case Effect.UNRELATED | Effect.RELATED:
            return Place(Kind.RELATION, path)
        case Effect.REVALUED | Effect.EMPTIED:
            return Place(Kind.VALUE, path)
        case Effect.FIELD_RENAMED | Effect.FIELD_EMPTIED:
            return Place(Kind.FIELD, path)
        case _:
            return Place(Kind.LABEL, path)


def _counted(count: int) -> dict[str, str]:
    shown = number(count)
    few = count == 1
    return {
        "labels": labels_words(count),
        "places": translate("SchemaOutlook", "one place")
        if few
        else translate("SchemaOutlook", "{count} places").format(count=shown),
        "links": translate("SchemaOutlook", "one link")
        if few
        else translate("SchemaOutlook", "{count} links").format(count=shown),
        "suggestions": translate("SchemaOutlook", "one suggestion")
        if few
        else translate("SchemaOutlook", "{count} suggestions").format(count=shown),
    }


def _of_labels(change: SchemaChange) -> Iterator[str]:
    led = {(layer, into) for (layer, _), into in change.fates.labels.items()}
    old = {(label.layer, label.id): label for label in change.before.labels}
    new = [
        label
        for label in change.after.labels
        if (label.layer, label.id) not in old and (label.layer, label.id) not in led
    ]
    hidden = [
        label
        for label in change.after.labels
        if not label.active and (known := old.get((label.layer, label.id))) is not None and known.active
    ]
    if new:
        names = [called_at(change.after, Place(Kind.LABEL, (label.layer, label.id))) for label in new]
        yield translate("SchemaOutlook", "New: {names}.").format(names=_listed(names))
    if hidden:
        names = [called_at(change.after, Place(Kind.LABEL, (label.layer, label.id))) for label in hidden]
        yield translate("SchemaOutlook", "No longer offered: {names}.").format(names=_listed(names))


def _unsuggested(change: SchemaChange, suggested: Collection[str]) -> Iterator[str]:
    """Say where a label gets a short name that no model knows."""
    for (layer, old), new in change.fates.labels.items():
        renamed = new is not None and change.after.label(layer, old) is None
        if layer == ENTITIES and renamed and old in suggested and new not in suggested:
            words = translate("SchemaOutlook", "Models know “{old}” and not “{new}”: nothing more is suggested for it.")
            yield words.format(old=old, new=new)


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= _MOST:
        return ", ".join(every)
    more = translate("SchemaOutlook", "{names} and {count} more")
    return more.format(names=", ".join(every[:_MOST]), count=number(len(every) - _MOST))
