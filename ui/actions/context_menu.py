"""The context menu of the article: the actions that apply at the pointer, with their keys."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, Span, Suggestion
from ui.actions.actions import label_id
from ui.actions.menus import Menus
from ui.article.view import ArticleView
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.deciding.mention_identity import mention_at

Groups = list[list[str]]  # ids of actions; a line separates two groups

_PARAGRAPH = ["article.exclude_paragraph", "article.exclude_always"]


class ContextMenu(QObject):
    """Makes the row under the pointer the active row, then opens a menu with the actions for this row."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._menus = menus
        view.context_requested.connect(self._on_requested)

    @Slot(QPoint, int, list)
    def _on_requested(self, place: QPoint, offset: int, ids: list[str]) -> None:
        opened, project = self._session.opened, self._session.project
        if opened is None or project is None:
            return
        self._aim_at(offset, ids)
        selected, row = self._aim.selected, self._aim.row()
        labels = labels_for(project.schema, row, selected=selected)
        self._menus.pop_up(place, offers(opened, project.schema, row, selected=selected), labels, below=not selected)

    def _aim_at(self, offset: int, ids: list[str]) -> None:
        """Make the row under the pointer the active row, unless the pointer is on a selection."""
        start, end = self._view.selection()
        if start < end and start <= offset <= end:
            return
        self._view.select(offset, offset, exact=True)
        active = self._view.active()
        self._aim.activate(active if active in ids else next(iter(ids), None))


def labels_for(schema: Schema, row: Span | Suggestion | None, *, selected: bool) -> list[str]:
    """Return the ids of actions that assign a label.

    For a selection these are the actions of all labels, else of the labels in the row's layer.
    """
    if not selected and row is None:
        return []
    own = (row.layer, row.label) if row is not None and not selected else None
    every = (label for label in schema.labels if label.active and (own is None or own[0] == label.layer))
    return [label_id(label) for label in every if own != (label.layer, label.id)]


def offers(opened: Opened, schema: Schema, row: Span | Suggestion | None, *, selected: bool) -> Groups:
    """Return the ids of the actions that apply, in groups, without those that assign labels."""
    if selected:
        return [["span.pick", "span.pick_beside"], ["edit.copy", "occurrences.open"], _PARAGRAPH]
    if isinstance(row, Suggestion):
        return [["suggestion.accept", "suggestion.reject"], ["occurrences.open", "span.guidelines"], _PARAGRAPH]
    if isinstance(row, Span):
        return [*_of_span(opened, schema, row), _PARAGRAPH]
    return [["edit.select_sentence", "sentence.see"], _PARAGRAPH]


def _of_span(opened: Opened, schema: Schema, row: Span) -> Iterable[list[str]]:
    if row.layer == CLAIMS:
        yield ["claim.card", "claim.another", "claim.said_before"]
    else:
        yield ["span.pick_beside"]
    who = ["span.who"] if mention_at(opened, row, schema) is not None else []
    yield [*who, "span.note", "span.doubt", "span.delete"]
    serves = ["go.to_claim"] if opened.relations.of_tail(row.id) else []
    yield [*serves, "occurrences.open", "span.guidelines"]
