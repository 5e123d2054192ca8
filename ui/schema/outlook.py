"""The effects of Apply, as text for the foot of the schema window."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.schema_editing.changes import SchemaChange, rules_renamed
from annotator.editing.schema_editing.effects import Consequence, Effect, Usage, consequences, keeping
from annotator.editing.schema_editing.flaws import OF_RULES, Flaw, Wrong, flaws
from annotator.jobs import rule_breaches, schema_change
from annotator.model.schema import Rule, Schema
from annotator.model.values import DOCUMENT, ENTITIES
from annotator.project.project import Project
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, translate
from ui.jobs.workers import Job, JobProcess
from ui.schema.schema_draft import Draft, PartKind, PartPlace, called, called_at, places_of

_MOST = 3  # at most so many labels are named in a list
_SENTENCES = {
    Effect.RELABELLED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}”: {labels}."),
    Effect.JOINED: QT_TRANSLATE_NOOP(
        "SchemaOutlook", "Where “{one}” and “{what}” cover the same words, one stays: {places}."
    ),
    Effect.REMOVED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” is removed, and {labels} with it."),
    Effect.UNRELATED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” loses {relations}."),
    Effect.RELATED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}”: {relations}."),
    Effect.CROWDED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{into}” is allowed once; {labels} will have more."),
    Effect.REVALUED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” becomes “{into}” in {labels}."),
    Effect.EMPTIED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” is removed from {labels}."),
    Effect.FIELD_RENAMED: QT_TRANSLATE_NOOP("SchemaOutlook", "The field “{what}” becomes “{into}”: {labels}."),
    Effect.FIELD_EMPTIED: QT_TRANSLATE_NOOP(
        "SchemaOutlook", "The field “{what}” is removed, with its values in {labels}."
    ),
    Effect.SUPERSEDED: QT_TRANSLATE_NOOP("SchemaOutlook", "“{what}” loses {suggestions}."),
}


def outlook(
    change: SchemaChange,
    usage: Usage,
    suggested: Collection[str] = (),
    broken: Mapping[str, int] = MappingProxyType({}),
) -> list[str]:
    """Return a sentence for each effect of a change; [] if it changes nothing.

    ``suggested`` are the entity labels that models know. ``broken`` maps a rule's id to the number of labels that
    will break it.
    """
    if not change.changes_anything:
        return []
    kept_change, kept = keeping(change, usage)
    sentences = [consequence_words(found, kept_change) for found in consequences(kept_change, usage)]
    if kept.names:
        words = translate("SchemaOutlook", "In use, so kept but no longer offered: {names}.")
        sentences.append(words.format(names=_listed(kept.names)))
    sentences += _of_names(change, usage)
    sentences += _of_labels(change)
    sentences += _of_guidelines(change)
    sentences += _unsuggested(change, suggested)
    sentences += _of_rules(change, broken)
    if not consequences(kept_change, usage):
        sentences.append(translate("SchemaOutlook", "Existing labels do not change."))
    return sentences


def consequence_words(found: Consequence, change: SchemaChange) -> str:
    """Return a sentence that describes one consequence of a schema change."""
    what, into = _what(found, change.before), _into(found, change.after)
    if what == into and found.effect not in {Effect.JOINED, Effect.CROWDED}:  # only the short name changes
        what, into = found.what[-1], found.into or ""
    one = called_at(change.before, PartPlace(PartKind.LABEL, found.what[:2])) if found.effect is Effect.JOINED else ""
    words = translate("SchemaOutlook", _SENTENCES[found.effect])
    counted = _counted(found.count)
    if found.what[0] == DOCUMENT:
        counted["labels"] = articles_words(found.count)
    return words.format(what=what, into=into, one=one, **counted)


def flaw_words(flaw: Flaw, schema: Schema) -> str:
    """Return a sentence about a flaw and its place."""
    place, *others = places_of(flaw, schema)
    what = called_at(schema, place)
    if flaw.wrong in OF_RULES:
        return _rule_flaw_words(flaw.wrong, what)
    match flaw.wrong:
        case Wrong.NO_NAME:
            return translate("SchemaOutlook", "“{what}” has no name yet.").format(what=flaw.place[-1])
        case Wrong.NO_VALUES:
            return translate("SchemaOutlook", "The field “{what}” needs at least one value.").format(what=what)
        case Wrong.NO_ENDS:
            return translate("SchemaOutlook", "The relation “{what}” needs a start and an end.").format(what=what)
        case Wrong.KEY_TWICE:
            other = called_at(schema, others[0])
            words = translate("SchemaOutlook", "“{what}” and “{other}” have the same key: {key}.")
            return words.format(what=what, other=other, key=flaw.key.upper())
        case _:
            return what


def _rule_flaw_words(wrong: Wrong, rule: str) -> str:
    match wrong:
        case Wrong.RULE_OF_NOTHING:
            words = translate("SchemaOutlook", "The rule “{rule}” needs labels to apply to.")
        case Wrong.RULE_UNKNOWN:
            words = translate("SchemaOutlook", "The rule “{rule}” refers to something that its labels lack.")
        case Wrong.RULE_UNFINISHED:
            words = translate("SchemaOutlook", "A condition of the rule “{rule}” is not finished.")
        case _:
            words = translate("SchemaOutlook", "The rule “{rule}” needs a wording.")
    return words.format(rule=rule)


def labels_words(count: int) -> str:
    """Return the text for a number of labels: "one label", "{count} labels"."""
    one, more = translate("SchemaOutlook", "one label"), translate("SchemaOutlook", "{count} labels")
    return one if count == 1 else more.format(count=number(count))


def articles_words(count: int) -> str:
    """Return the text for a number of articles: "one article", "{count} articles"."""
    one, more = translate("SchemaOutlook", "one article"), translate("SchemaOutlook", "{count} articles")
    return one if count == 1 else more.format(count=number(count))


def _what(found: Consequence, before: Schema) -> str:
    return called_at(before, _place(found.effect, found.what))


def _into(found: Consequence, after: Schema) -> str:
    return called_at(after, _place(found.effect, (*found.what[:-1], found.into))) if found.into is not None else ""


def _place(effect: Effect, path: tuple[str, ...]) -> PartPlace:
    match effect:
        case Effect.JOINED:
            return PartPlace(PartKind.LABEL, (path[0], path[-1]))
        case Effect.UNRELATED | Effect.RELATED | Effect.CROWDED:
            return PartPlace(PartKind.RELATION, path)
        case Effect.REVALUED | Effect.EMPTIED:
            return PartPlace(PartKind.VALUE, path)
        case Effect.FIELD_RENAMED | Effect.FIELD_EMPTIED:
            return PartPlace(PartKind.FIELD, path)
        case _:
            return PartPlace(PartKind.LABEL, path)


def _counted(count: int) -> dict[str, str]:
    forms = {
        "places": (translate("SchemaOutlook", "one place"), translate("SchemaOutlook", "{count} places")),
        "relations": (translate("SchemaOutlook", "one relation"), translate("SchemaOutlook", "{count} relations")),
        "suggestions": (
            translate("SchemaOutlook", "one suggestion"),
            translate("SchemaOutlook", "{count} suggestions"),
        ),
    }
    counted = {name: one if count == 1 else more.format(count=number(count)) for name, (one, more) in forms.items()}
    return {"labels": labels_words(count), **counted}


def new_or_changed(change: SchemaChange) -> list[Rule]:
    """Return the rules that are new or whose requirements have changed."""
    before = {rule.id: replace(rule, words={}) for rule in rules_renamed(change)}
    return [rule for rule in change.after.rules if replace(rule, words={}) != before.get(rule.id)]


def _of_rules(change: SchemaChange, broken: Mapping[str, int]) -> Iterator[str]:
    known = {rule.id for rule in change.before.rules}
    for rule in new_or_changed(change):
        if rule.id in known:
            words = translate("SchemaOutlook", "The rule “{rule}” changes what it requires.")
        else:
            words = translate("SchemaOutlook", "New rule: “{rule}”.")
        counted = translate("SchemaOutlook", "Labels that break it: {count}.")
        breaches = counted.format(count=number(broken[rule.id])) if rule.id in broken else ""
        yield f"{words.format(rule=called(rule))} {breaches}".strip()
    gone = len(known - {rule.id for rule in change.after.rules})
    if gone == 1:
        yield translate("SchemaOutlook", "One rule is removed.")
    elif gone:
        yield translate("SchemaOutlook", "{count} rules are removed.").format(count=number(gone))


def _of_names(change: SchemaChange, usage: Usage) -> Iterator[str]:
    """Yield sentences about renamed labels and removed unused ones; neither affects spans."""
    now = {(label.layer, label.id): label for label in change.after.labels}
    unused = []
    for label in change.before.labels:
        key = (label.layer, label.id)
        if key in now and called(label) != called(now[key]):
            words = translate("SchemaOutlook", "“{what}” will be called “{into}”.")
            yield words.format(what=called(label), into=called(now[key]))
        if key not in now and not usage.labels.get(key) and change.fates.labels.get(key) is None:
            unused.append(called(label))
    if unused:
        yield translate("SchemaOutlook", "Removed as unused: {names}.").format(names=_listed(unused))


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
        names = [called_at(change.after, PartPlace(PartKind.LABEL, (label.layer, label.id))) for label in new]
        yield translate("SchemaOutlook", "New: {names}.").format(names=_listed(names))
    if hidden:
        names = [called_at(change.after, PartPlace(PartKind.LABEL, (label.layer, label.id))) for label in hidden]
        yield translate("SchemaOutlook", "No longer offered: {names}.").format(names=_listed(names))


def _of_guidelines(change: SchemaChange) -> Iterator[str]:
    """Yield a sentence about labels whose guidelines change in one language only, as some people read the other one."""
    said = {
        "en": translate("SchemaOutlook", "Only the English guidelines change, not the German ones: {names}."),
        "de": translate("SchemaOutlook", "Only the German guidelines change, not the English ones: {names}."),
    }
    old = {(label.layer, label.id): label.guidelines for label in change.before.labels}
    for language, words in said.items():
        names = [
            called(label)
            for label in change.after.labels
            if (before := old.get((label.layer, label.id))) is not None
            and {each for each in said if label.guidelines.get(each) != before.get(each)} == {language}
        ]
        if names:
            yield words.format(names=_listed(names))


def _unsuggested(change: SchemaChange, suggested: Collection[str]) -> Iterator[str]:
    """Yield sentences about labels that models know by the old short name but not by the new one."""
    for (layer, old), new in change.fates.labels.items():
        renamed = new is not None and change.after.label(layer, old) is None
        if layer == ENTITIES and renamed and old in suggested and new not in suggested:
            words = translate("SchemaOutlook", "Models know “{old}” but not “{new}”: they will not suggest it.")
            yield words.format(old=old, new=new)


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= _MOST:
        return ", ".join(every)
    more = translate("SchemaOutlook", "{names} and {count} more")
    return more.format(names=", ".join(every[:_MOST]), count=number(len(every) - _MOST))


_SOON = 400  # milliseconds after the last key


class UsageCounter(QObject):
    """Counts the uses of a draft's parts in the background; `stop` cancels all counts."""

    words_found = Signal(object)  # texts of a label's spans, with counts
    failed = Signal(object)

    def __init__(self, project: Project, files: JobProcess, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._files = files
        self._draft = draft
        self._jobs: list[Job] = []
        self._counted: SchemaChange | None = None  # the change whose rules are or were counted
        self._breaking: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._count_broken)
        draft.changed.connect(self._on_changed)

    def count(self) -> None:
        """Count all parts."""
        self._start(schema_change.usage, done=self._on_counted)

    @Slot(str, str)
    def find_words(self, layer: str, label: str) -> None:
        """Find the texts of a label's spans."""
        self._start(schema_change.words_of, layer, label, done=partial(self._on_words, (layer, label)))

    def stop(self) -> None:
        """Cancel all counts."""
        self._soon.stop()
        self._cancel_rules()
        for job in self._jobs:
            self._files.cancel(job)
        self._jobs.clear()

    def _start(self, function: Callable[..., Any], *arguments: str, done: Callable[[Any], None]) -> None:
        job = self._files.start(function, self._project.path, *arguments, done=done, failed=self.failed.emit)
        self._jobs.append(job)

    @Slot()
    def _on_changed(self) -> None:
        """Count the labels that will break rules, after a pause in editing."""
        change = self._draft.change
        fresh = [replace(rule, words={}) for rule in new_or_changed(change)]
        unfinished = any(flaw.wrong in OF_RULES - {Wrong.RULE_WITHOUT_WORDS} for flaw in flaws(change.after))
        rules = () if unfinished else tuple(fresh)
        wanted = replace(change, after=replace(change.after, rules=rules)) if rules else None
        if wanted != self._counted:
            self._cancel_rules()
            self._counted = wanted
            if wanted is not None:
                self._soon.start()
            else:
                self._soon.stop()

    @Slot()
    def _count_broken(self) -> None:
        if self._counted is not None:
            self._breaking = self._files.start(
                rule_breaches.count, self._project.path, self._counted, done=self._on_broken, failed=self.failed.emit
            )

    def _cancel_rules(self) -> None:
        if self._breaking is not None:
            self._files.cancel(self._breaking)
        self._breaking, self._counted = None, None
        self._draft.broken = {}

    def _on_broken(self, found: Mapping[str, int]) -> None:
        self._breaking = None
        self._draft.count_broken(found)

    def _on_counted(self, usage: Usage) -> None:
        self._draft.count(replace(usage, words=self._draft.usage.words))

    def _on_words(self, key: tuple[str, str], words: Mapping[str, int]) -> None:
        usage = self._draft.usage
        self._draft.count(replace(usage, words={**usage.words, key: words}))
        self.words_found.emit(words)
