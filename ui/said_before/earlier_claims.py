"""The list model of earlier claims: the claim, its claimant, date, article and verdict."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.jobs.searching.contrast_kinds import ContrastKind
from annotator.jobs.searching.said_before import Earlier
from annotator.model.citations import CITATIONS, citations_of
from annotator.model.schema import Attribute, AttributeKind, Schema, words
from annotator.model.values import CLAIMS
from annotator.store.queries.claim_search import ClaimLine
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import date, translate, ui_language
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import RowDelegate, paint_line
from ui.base.rows.rows_model import Index, ListModel
from ui.panels.span.span_fields import citation_words

_LONGEST = 2000  # characters of a claim in its tooltip
_CONTRASTS = {
    ContrastKind.NUMBER: QT_TRANSLATE_NOOP("EarlierModel", "other number"),
    ContrastKind.TIME: QT_TRANSLATE_NOOP("EarlierModel", "other time"),
    ContrastKind.MEASURE: QT_TRANSLATE_NOOP("EarlierModel", "other unit"),
    ContrastKind.DENIED: QT_TRANSLATE_NOOP("EarlierModel", "only one is denied"),
    ContrastKind.OPPOSITE: QT_TRANSLATE_NOOP("EarlierModel", "the opposite"),
    ContrastKind.PLACE: QT_TRANSLATE_NOOP("EarlierModel", "other place"),
    ContrastKind.SWAPPED: QT_TRANSLATE_NOOP("EarlierModel", "roles swapped"),
    ContrastKind.STANCE: QT_TRANSLATE_NOOP("EarlierModel", "opposite stance"),
    ContrastKind.WORDS: QT_TRANSLATE_NOOP("EarlierModel", "“{there}” instead of “{here}”"),
}


class EarlierModel(ListModel[Earlier]):
    """A row for each earlier claim."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.schema: Schema | None = None

    def show(self, found: Sequence[Earlier], schema: Schema) -> None:
        """Replace the rows."""
        self.schema = schema
        self.show_rows(found)

    def text(self, row: int) -> str:
        return one_line(self.shown[row].claim.quote)

    def tip(self, row: int) -> str:
        earlier = self.shown[row]
        return "\n".join(
            filter(None, (one_line(earlier.claim.quote, _LONGEST), contrast_words(earlier), alike_words(earlier)))
        )

    def spoken(self, row: int) -> str:
        earlier = self.shown[row]
        verdict = value_words(self.schema, "verdict", earlier.claim)
        return ", ".join(
            filter(
                None,
                (self.text(row), verdict, *facts(earlier, self.schema), contrast_words(earlier), alike_words(earlier)),
            )
        )


def facts(earlier: Earlier, schema: Schema | None) -> tuple[str, ...]:
    """Return claimant, date and article title of a claim, as far as they are known."""
    claim = earlier.claim
    who = one_line(claim.claimant or value_words(schema, "claimant_kind", claim))
    return tuple(filter(None, (who, date(claim.published), one_line(claim.title))))


def contrast_words(earlier: Earlier) -> str:
    """Return the text for what differs in a claim, or "" if nothing is known to.

    If a person linked both claims, only the claimants' stances may differ.
    """
    differing = (each for each in earlier.contrasts if not earlier.joined or each.kind is ContrastKind.STANCE)
    return one_line(
        ", ".join(translate("EarlierModel", _CONTRASTS[each.kind]).format(**each._asdict()) for each in differing)
    )


def alike_words(earlier: Earlier) -> str:
    """Return the text for how similar a claim is, in meaning or in words; "the same" if a person linked both claims."""
    if earlier.joined:
        return translate("EarlierModel", "the same")
    percent = round(earlier.likeness * 100)
    if earlier.meaning > earlier.words:
        return translate("EarlierModel", "similar in meaning, {percent}%").format(percent=percent)
    return translate("EarlierModel", "similar words, {percent}%").format(percent=percent)


def value_words(schema: Schema | None, attribute: str, claim: ClaimLine) -> str:
    """Return the displayed value of a claim's attribute, or "" if it has none."""
    value = claim.attributes.get(attribute)
    known = schema.attribute(CLAIMS, attribute) if schema is not None else None
    return value_text(known, value) if value is not None else ""


def value_text(attribute: Attribute | None, value: object) -> str:
    """Return the displayed text of an attribute's value."""
    if attribute is not None and attribute.kind is AttributeKind.CITATIONS:
        cited = citations_of({CITATIONS: value})
        return one_line("; ".join(citation_words(attribute, citation) for citation in cited))
    found = next((v for v in attribute.values if v.id == value), None) if attribute is not None else None
    return words(found.name, ui_language()) if found is not None else one_line(str(value))


ROW = 48
_EDGE, _GAP = 12, 12
_RIGHT = 220  # most pixels for a text at the right


class EarlierDelegate(RowDelegate):
    """Paints a claim and what differs, else its similarity; below them the claimant, date, article and verdict."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, EarlierModel):
            return
        earlier, rect, palette = model.shown[index.row()], option.rect, option.palette
        ink, muted = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText))
        upper = QRect(rect.left() + _EDGE, rect.top() + 4, rect.width() - 2 * _EDGE, rect.height() // 2 - 4)
        lower = upper.translated(0, upper.height())
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(palette.color(QPalette.ColorRole.Accent) if earlier.joined else muted)
        differs, alike = contrast_words(earlier), alike_words(earlier)
        taken = _paint_right(painter, upper, f"{alike}, {differs}" if earlier.joined and differs else differs or alike)
        painter.setPen(ink)
        judged = _paint_right(painter, lower, value_words(model.schema, "verdict", earlier.claim))
        painter.setPen(muted)
        paint_line(painter, lower.adjusted(0, 0, -judged - _GAP, 0), " · ".join(facts(earlier, model.schema)))
        painter.setFont(option.font)
        painter.setPen(ink)
        paint_line(painter, upper.adjusted(0, 0, -taken - _GAP, 0), one_line(earlier.claim.quote))


def _paint_right(painter: QPainter, rect: QRect, words: str) -> int:
    """Paint text at the right edge; return its width."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _RIGHT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
