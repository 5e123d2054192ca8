"""The words about a span of the article: its caption, the annotator's notes and doubts, and its spoken form."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.model.compounds import FORM, WHOLE, form_of
from annotator.model.schema import words
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, OriginKind, Span
from ui.base.i18n import number, ui_language

if TYPE_CHECKING:
    from ui.article.layout.row_index import Drawn
    from ui.bridge.session import Session

_NOTE, _DOUBT = "*", "?"
_UNNAMED = frozenset({CLAIMS, ATTRIBUTION})  # layers whose spans have no caption


class Caption(NamedTuple):
    """The text above a span: its label and, where there is room, a detail such as the score."""

    name: str
    detail: str = ""

    @property
    def full(self) -> str:
        """Label and detail, shown where there is room."""
        return f"{self.name} {self.detail}" if self.detail else self.name


def plain_caption(row: "Drawn") -> Caption:
    """Caption a row with its label, a suggestion also with its score; claims and attribution have no caption."""
    if isinstance(row, Span):
        return Caption("" if row.layer in _UNNAMED else row.label)
    if row.layer == CLAIMS:
        return Caption("")
    return Caption(row.label, "" if row.score is None else QLocale().toString(row.score, "f", 2))


def signs(row: "Drawn") -> str:
    """Return "*" if a row has a note, followed by "?" if it is in doubt, or ""."""
    if not isinstance(row, Span):
        return ""
    return (_NOTE if row.note else "") + (_DOUBT if row.doubt else "")


def remarks(row: "Drawn") -> str:
    """Return a row's doubt and note as text, one line each, or ""."""
    if not isinstance(row, Span):
        return ""
    doubted = QCoreApplication.translate("Remarks", "In doubt") if row.doubt else ""
    return "\n".join(filter(None, (doubted, row.note)))


def spoken(row: "Drawn", text: str, label: str) -> str:
    """Describe a row: its text, its label, whether it is a suggestion, its score."""
    quote = row.quote(text)
    if isinstance(row, Span):
        return QCoreApplication.translate("ArticleView", "{quote}, {label}").format(quote=quote, label=label)
    if row.score is None:
        described = QCoreApplication.translate("ArticleView", "{quote}, {label}, suggestion")
        return described.format(quote=quote, label=label)
    described = QCoreApplication.translate("ArticleView", "{quote}, {label}, suggestion, {score}%")
    return described.format(quote=quote, label=label, score=round(row.score * 100))


class Captions:
    """Builds the captions of rows in the window's language."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._names: dict[tuple[str, str], str] | None = None  # by layer and label; None until they are looked up
        self._scores: dict[float, str] = {}  # as text: a score is shown again with each edit of its paragraph
        for signal in (session.project_opened, session.project_closed, session.schema_changed):
            signal.connect(self._forget_names)

    def __call__(self, row: "Drawn") -> Caption:
        """Return the caption of a span or suggestion."""
        if not isinstance(row, Span) and row.version == OriginKind.ADJUDICATION:
            return Caption(" ".join(filter(None, (row.rule, self._name(row)))), row.source)
        if isinstance(row, Span):
            name = "" if row.layer in _UNNAMED else self._name(row)
            return Caption(" ".join(filter(None, (name, signs(row)))), self._form(row))
        if row.layer == CLAIMS:
            return Caption("")
        if row.score is not None and row.score not in self._scores:
            self._scores[row.score] = number(row.score, 2)
        score = "" if row.score is None else self._scores[row.score]
        return Caption(self._name(row), " ".join(filter(None, (self._form(row), score))))

    def describe(self, row: "Drawn", text: str) -> str:
        """Describe a span or suggestion for a screen reader."""
        return spoken(row, text, self._name(row))

    def _name(self, row: "Drawn") -> str:
        """Return the name of a row's label, or its id if the schema lacks it or does not name it."""
        if self._names is None:
            project = self._session.project
            labels = project.schema.labels if project is not None else ()
            self._names = {(label.layer, label.id): words(label.name, ui_language()) for label in labels}
        return self._names.get((row.layer, row.label)) or row.label

    def _forget_names(self, *_: object) -> None:
        self._names = None

    def _form(self, row: "Drawn") -> str:
        """Return whether a name is part of a word or derived, as words behind its label, else ""."""
        value = form_of(row.attributes) if row.layer == ENTITIES else WHOLE
        if value == WHOLE:
            return ""
        project = self._session.project
        attribute = project.schema.attribute(ENTITIES, FORM) if project else None
        found = next((known for known in attribute.values if known.id == value), None) if attribute else None
        return f"· {words(found.name, ui_language())}" if found else ""
