"""Captions above the spans of an article (label, part of word, score) and their spoken form."""

from annotator.model.compounds import FORM, WHOLE
from annotator.model.schema import words
from annotator.model.values import ENTITIES, OriginKind, Span
from ui.article.accessible import spoken
from ui.article.layout.measures import plain_caption
from ui.article.layout.row_index import Drawn
from ui.article.layout.span_picture import Caption
from ui.article.remarks import signs
from ui.base.i18n import number, ui_language
from ui.bridge.session import Session


class Captions:
    """Captions in the window's language."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self, row: Drawn) -> Caption:
        """Return the caption of a span or suggestion."""
        if not isinstance(row, Span) and row.version == OriginKind.ADJUDICATION:
            return Caption(" ".join(filter(None, (row.rule, row.label))), row.source)
        if not isinstance(row, Span) and row.layer == ENTITIES and row.score is not None:
            return Caption(row.label, number(row.score, 2))
        caption = plain_caption(row)
        if not isinstance(row, Span):
            return caption
        value = row.attributes.get(FORM) if row.layer == ENTITIES else None
        name = " ".join(filter(None, (caption.name, signs(row))))
        return Caption(name, "" if value in {None, WHOLE} else self._part(value))

    def describe(self, row: Drawn, text: str) -> str:
        """Describe a span or suggestion for a screen reader."""
        project = self._session.project
        label = project.schema.label(row.layer, row.label) if project else None
        return spoken(row, text, words(label.name, ui_language()) if label else row.label)

    def _part(self, value: object) -> str:
        project = self._session.project
        attribute = project.schema.attribute(ENTITIES, FORM) if project else None
        found = next((known for known in attribute.values if known.id == value), None) if attribute else None
        return f"· {words(found.name, ui_language())}" if found else ""
