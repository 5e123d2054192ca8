"""What the keys do now, for what is selected and active."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from annotator.model import CLAIMS, ENTITIES, Document, Span, Suggestion
from annotator.project import proposed_furniture
from annotator.schema import Schema
from ui.hand.edit_names import edit_name
from ui.hand.key_line import Hint
from ui.i18n import date, number
from ui.opened import Opened
from ui.session import Session

translate = QCoreApplication.translate


def hints(session: Session, active: str | None, *, selected: bool) -> tuple[Hint, ...]:
    """Give what to show at the foot."""
    opened, project = session.opened, session.project
    if opened is None or project is None:
        return ()
    if project.read_only:
        return (Hint(keys=(), words=translate("Hints", "Read only: nothing can be changed.")),)
    row = opened.span(active) or opened.suggestion(active)
    shown = [*_for(row, opened, project.schema, selected=selected), *_undo(session, project.schema, opened)]
    if opened.tokens.provisional:
        shown.append(Hint(keys=(), words=translate("Hints", "Word boundaries are being drawn…")))
    return tuple(shown)


def stored(opened: Opened) -> str:
    """Say what is stored of the open article."""
    entities, claims = opened.count(ENTITIES), opened.count(CLAIMS)
    names = (
        translate("Hints", "1 entity")
        if entities == 1
        else translate("Hints", "{count} entities").format(count=number(entities))
    )
    said = (
        translate("Hints", "1 claim")
        if claims == 1
        else translate("Hints", "{count} claims").format(count=number(claims))
    )
    return " · ".join((translate("Hints", "all stored"), names, said))


def byline(document: Document) -> str:
    """Say who published an article, when, who wrote it, and how long it is."""
    count = len(document.text.split())
    words = translate("Hints", "{count} words").format(count=number(count))
    facts = (document.publisher, date(document.published), document.author, words)
    return "   ".join(fact for fact in facts if fact)


def _for(row: Span | Suggestion | None, opened: Opened, schema: Schema, *, selected: bool) -> list[Hint]:
    if selected:
        return _selected(schema)
    if isinstance(row, Suggestion):
        return _suggested(row, schema)
    if isinstance(row, Span):
        return _decided(row, schema)
    nothing = [Hint(keys=_keys("Tab"), words=translate("Hints", "next suggestion"))] if opened.suggestions else []
    if proposed_furniture(opened.document):
        words = translate("Hints", "exclude what looks like page furniture")
        nothing.append(Hint(keys=_keys("Shift+X"), words=words))
    return [
        *nothing,
        Hint(keys=(), words=translate("Hints", "Select words, then press a label’s key")),
        Hint(keys=_keys("Ctrl+Return"), words=translate("Hints", "done, next article")),
    ]


def _selected(schema: Schema) -> list[Hint]:
    return [
        Hint(keys=_range(schema, ENTITIES), words=translate("Hints", "label as name")),
        Hint(keys=_range(schema, CLAIMS), words=translate("Hints", "make a claim")),
        Hint(keys=_keys("Alt+Right"), words=translate("Hints", "one word more")),
    ]


def _suggested(row: Suggestion, schema: Schema) -> list[Hint]:
    found = [
        Hint(keys=_keys("Return"), words=translate("Hints", "accept")),
        Hint(keys=_keys("Backspace"), words=translate("Hints", "reject")),
    ]
    if row.layer == ENTITIES:
        found.append(Hint(keys=_range(schema, ENTITIES), words=translate("Hints", "as another label")))
    found.append(Hint(keys=_keys("Tab"), words=translate("Hints", "next suggestion")))
    return found


def _decided(row: Span, schema: Schema) -> list[Hint]:
    if row.layer == CLAIMS:
        first = [Hint(keys=_range(schema, CLAIMS), words=translate("Hints", "claim card"))]
    elif row.layer == ENTITIES:
        first = [Hint(keys=_range(schema, ENTITIES), words=translate("Hints", "another label"))]
    else:
        first = []
    return [
        *first,
        Hint(keys=_keys("Del"), words=translate("Hints", "remove")),
        Hint(keys=(*_keys("Alt+Left"), *_keys("Alt+Right")), words=translate("Hints", "move the end")),
        Hint(keys=_keys("Tab"), words=translate("Hints", "next suggestion")),
    ]


def _undo(session: Session, schema: Schema, opened: Opened) -> list[Hint]:
    edit = session.next_undo()
    if edit is None:
        return []
    name = edit_name(edit, schema, opened.document.text)
    return [Hint(keys=_keys("Ctrl+Z"), words=translate("Hints", "undo: {step}").format(step=name))]


def _range(schema: Schema, layer: str) -> tuple[str, ...]:
    keys = [label.key.upper() for label in schema.labels if label.layer == layer and label.active and label.key]
    if len(keys) > 2 and all(key.isdigit() for key in keys):
        return (f"{keys[0]}–{keys[-1]}",)
    return tuple(keys)


_SIGNS = {"Return": "⏎", "Backspace": "⌫", "Tab": "⇥"}


def _keys(shortcut: str) -> tuple[str, ...]:
    sign = _SIGNS.get(shortcut)
    return (sign or QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText),)
