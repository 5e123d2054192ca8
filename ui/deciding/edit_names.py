"""Names of steps, as shown after "Undo" and in the line at the foot of the window."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Generic, TypeVar

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.history import size_of
from annotator.model.schema import Schema, words
from annotator.model.values import Document, Relation, Row, Span, State, Suggestion
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, translate, ui_language
from ui.base.look.look import label_name, relation_name
from ui.base.look.plain_text import within_quotes
from ui.base.words.counted import counted
from ui.bridge.session import Session

T = TypeVar("T")
_LONGEST = 28
_MANY = 1_000  # changes that can be examined within a frame
_ABOUT_WHO = (EditKind.IDENTIFY, EditKind.MERGE, EditKind.DISSOLVE)
_OF_MANY = (EditKind.ADD, EditKind.RELABEL, EditKind.REMOVE, *_ABOUT_WHO)
_WHATEVER_CHANGED = {
    EditKind.EXCLUDE: QT_TRANSLATE_NOOP("EditNames", "paragraph excluded"),
    EditKind.BRING: QT_TRANSLATE_NOOP("EditNames", "labels from a file"),
    EditKind.SCHEMA: QT_TRANSLATE_NOOP("EditNames", "schema changed"),
    EditKind.ASSIGN: QT_TRANSLATE_NOOP("EditNames", "articles dealt"),
    EditKind.ADJUDICATE: QT_TRANSLATE_NOOP("EditNames", "adjudication"),
    EditKind.REVIEW: QT_TRANSLATE_NOOP("EditNames", "review"),
    EditKind.COMMENT: QT_TRANSLATE_NOOP("EditNames", "comment"),
    EditKind.GO_BACK: QT_TRANSLATE_NOOP("EditNames", "return to an earlier step"),
}
_ABOUT_A_SPAN = {
    EditKind.REMOVE: QT_TRANSLATE_NOOP("EditNames", "remove {what}"),
    EditKind.RELABEL: QT_TRANSLATE_NOOP("EditNames", "relabel {what}"),
    EditKind.MOVE: QT_TRANSLATE_NOOP("EditNames", "boundary of {what}"),
    EditKind.SPLIT: QT_TRANSLATE_NOOP("EditNames", "split {what}"),
    EditKind.JOIN: QT_TRANSLATE_NOOP("EditNames", "join {what}"),
    EditKind.CHANGE: QT_TRANSLATE_NOOP("EditNames", "details of {what}"),
    EditKind.ACCEPT: QT_TRANSLATE_NOOP("EditNames", "accept {what}"),
    EditKind.CORRECT: QT_TRANSLATE_NOOP("EditNames", "correct {what}"),
    EditKind.REJECT: QT_TRANSLATE_NOOP("EditNames", "reject {what}"),
    EditKind.RELATE: QT_TRANSLATE_NOOP("EditNames", "relation to {what}"),
    EditKind.LOOK: QT_TRANSLATE_NOOP("EditNames", "{what} looked at"),
    **dict.fromkeys(_ABOUT_WHO, QT_TRANSLATE_NOOP("EditNames", "who is meant by {what}")),
}
_ABOUT_AN_ARTICLE = {
    EditKind.IMPORT: QT_TRANSLATE_NOOP("EditNames", "article added"),
    EditKind.DEAL: QT_TRANSLATE_NOOP("EditNames", "dataset split saved"),
    EditKind.CLASSIFY: QT_TRANSLATE_NOOP("EditNames", "label of the article"),
    EditKind.REPLACE: QT_TRANSLATE_NOOP("EditNames", "replaced article"),
    EditKind.DESCRIBE: QT_TRANSLATE_NOOP("EditNames", "article details"),
}
_LAST_STEP = QT_TRANSLATE_NOOP("EditNames", "last step")
_STATES = {
    State.OPEN: QT_TRANSLATE_NOOP("EditNames", "article open"),
    State.DONE: QT_TRANSLATE_NOOP("EditNames", "article done"),
    State.SKIPPED: QT_TRANSLATE_NOOP("EditNames", "article skipped"),
}


def edit_name(edit: Edit, schema: Schema, document: Document) -> str:
    """Name a step after what it changed in a document: ``Place “Weifang”``.

    If a step has very many changes, only the first ones are examined, but all are counted.
    """
    return (_long_name if size_of(edit) > _MANY else _name)(edit, schema, document)


def _name(edit: Edit, schema: Schema, document: Document) -> str:
    rows = [row for change in edit.changes if (row := change.after or change.before) is not None]
    if edit.kind in {EditKind.ACCEPT, EditKind.REJECT, EditKind.CORRECT}:
        rows = list(decided(rows))
    if len(rows) > 1 and edit.kind in {EditKind.ACCEPT, EditKind.REJECT}:
        return translate("EditNames", "{count} suggestions").format(count=len(rows))
    if len(rows) > 1 and edit.kind is EditKind.LOOK:
        return translate("EditNames", "{count} labels looked at").format(count=number(len(rows)))
    if edit.kind is EditKind.WITHDRAW:
        if len(rows) == 1:
            return translate("EditNames", "withdraw a suggestion")
        return translate("EditNames", "withdraw {count} suggestions").format(count=number(len(rows)))
    if edit.kind is EditKind.ASSIGN and _takes_back(edit):
        return translate("EditNames", "dealt articles taken back")
    if edit.kind in _WHATEVER_CHANGED:
        return translate("EditNames", _WHATEVER_CHANGED[edit.kind])
    here = (row for row in rows if isinstance(row, Span | Suggestion) and row.document == document.id)
    heads = {row.head for row in rows if isinstance(row, Relation)}
    if edit.kind is EditKind.RELATE:  # the tail may have come with its own links
        heads -= {change.after.id for change in edit.changes if isinstance(change.after, Span) and not change.before}
    named = min(here, key=lambda row: row.id not in heads, default=None)
    if named is not None:
        what = _labelled(named, schema, document.text)
        pattern = translate("EditNames", _ABOUT_A_SPAN[edit.kind]) if edit.kind in _ABOUT_A_SPAN else "{what}"
        name = _field_step_name(edit, named, schema, what) or pattern.format(what=what)
        led_to = {row.tail for row in rows if isinstance(row, Relation)}
        places = sum(isinstance(row, Span) and row.id not in led_to for row in rows)
        many = edit.kind in _OF_MANY and places > 1
        pattern = translate("EditNames", "{step}, {count} occurrences")
        return pattern.format(step=name, count=number(places)) if many else name
    return _other(edit, rows, schema)


def _takes_back(edit: Edit) -> bool:
    """Return whether an edit of assignments takes articles back, or undoes or redoes that with a new taker."""
    adds = {change.before is None for change in edit.changes}
    return len(adds) == 2 or (adds == {False} and edit.undoes is None)


def _long_name(edit: Edit, schema: Schema, document: Document) -> str:
    beginning = Edit(kind=edit.kind, annotator=edit.annotator, changes=edit.changes[:_MANY])
    count = number(size_of(edit))
    if edit.kind in {EditKind.ACCEPT, EditKind.REJECT}:
        return translate("EditNames", "{count} suggestions").format(count=count)
    if edit.kind is EditKind.LOOK:
        return translate("EditNames", "{count} labels looked at").format(count=count)
    if edit.kind is EditKind.WITHDRAW:
        return translate("EditNames", "withdraw {count} suggestions").format(count=count)
    first = replace(beginning, changes=edit.changes[:1])
    if edit.kind in _OF_MANY:
        name = _name(first, schema, document)
        return translate("EditNames", "{step}, {count} occurrences").format(step=name, count=count)
    return _name(beginning, schema, document)


class _Same(Generic[T]):
    """A cache key that compares a value by identity, because comparing thousands of changes would take too long."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


@lru_cache(maxsize=2)  # names of undo and redo are needed with each move of the caret
def _known_name(edit: _Same[Edit], schema: _Same[Schema], document: _Same[Document], _language: str) -> str:
    return edit_name(edit.value, schema.value, document.value)


def step_name(edit: Edit, session: Session) -> str:
    """Name a step in any article. If the article is not open, its title comes first: ``“Brückentag”: article done``."""
    project, opened = session.required(), session.opened
    if edit.kind is EditKind.SCHEMA:
        return translate("EditNames", _WHATEVER_CHANGED[EditKind.SCHEMA])
    if opened is not None and (not edit.document_ids or opened.document.id in edit.document_ids):
        return _known_name(_Same(edit), _Same(project.schema), _Same(opened.document), ui_language())
    document = project.read.document(min(edit.document_ids))
    step = edit_name(edit, project.schema, document)
    if len(edit.document_ids) > 1:
        return step
    return translate("EditNames", "“{title}”: {step}").format(title=shortened(document.title), step=step)


def decided(rows: Iterable[Row]) -> list[Suggestion]:
    """Return the suggestions that were decided; a single decided one is returned without the names it brought along."""
    suggestions = [row for row in rows if isinstance(row, Suggestion)]
    led_to = {(draft.layer, draft.parts, draft.tail_label) for row in suggestions for draft in row.relations}
    own = [suggestion for suggestion in suggestions if suggestion.key not in led_to]
    return own if len(own) == 1 else suggestions


def shortened(quote: str) -> str:
    """Shorten a quote to fit between quotation marks in a menu."""
    line = within_quotes(" ".join(quote.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _field_step_name(edit: Edit, row: Span | Suggestion, schema: Schema, what: str) -> str:
    """Name a step after the one field of a span that it changed; return "" if it changed none or several."""
    if edit.kind not in {EditKind.CHANGE, EditKind.RELATE, EditKind.UNRELATE}:
        return ""
    relations = (r for change in edit.changes if isinstance(r := change.after or change.before, Relation))
    fields = {relation_name(schema, relation.label) for relation in relations if relation.head == row.id}
    if not fields:
        fields = {field for change in edit.changes for field in _changed_fields(change, schema)}
    if len(fields) != 1:
        return ""
    return translate("EditNames", "“{field}” of {what}").format(field=fields.pop(), what=what)


def _changed_fields(change: Change, schema: Schema) -> set[str]:
    before, after = change.before, change.after
    if not isinstance(before, Span) or not isinstance(after, Span):
        return set()
    every = before.attributes.keys() | after.attributes.keys()
    confirmed = set(after.origin.confirmed).symmetric_difference(before.origin.confirmed)
    changed = {id_ for id_ in every if before.attributes.get(id_) != after.attributes.get(id_)} or confirmed
    known = {id_: schema.attribute(after.layer, id_) for id_ in changed}
    fields = {(words(found.name, ui_language()) if found else "") or id_ for id_, found in known.items()}
    if before.note != after.note:
        fields.add(translate("EditNames", "Note"))
    if before.doubt != after.doubt:
        fields.add(translate("EditNames", "Doubt"))
    return fields


def _labelled(row: Span | Suggestion, schema: Schema, text: str) -> str:
    name = label_name(schema, row.layer, row.label)
    return translate("EditNames", "{label} “{words}”").format(label=name, words=shortened(row.quote(text)))


def _other(edit: Edit, rows: list[Row], schema: Schema) -> str:
    if edit.kind is EditKind.STATE:
        return translate("EditNames", _STATES[getattr(edit.changes[0].after, "state", State.OPEN)])
    if edit.kind is EditKind.SEEN:
        return _seen(edit)
    relation = next((row for row in rows if isinstance(row, Relation)), None)
    if relation is not None:
        return relation_name(schema, relation.label)
    name = _ABOUT_AN_ARTICLE.get(edit.kind, _LAST_STEP)
    return translate("EditNames", name)


def _seen(edit: Edit) -> str:
    if edit.changes[0].after is None:
        return translate("EditNames", "sentence not read")
    one, many = translate("EditNames", "sentence read"), translate("EditNames", "{count} sentences read")
    return counted(len(edit.changes), one, many)
