"""The losses of one document while it is fitted."""

from annotator.formats.loss import Loss, LossKind
from annotator.model.values import Document, Part, Relation, Span, Suggestion, quote


class LossLog:
    """The rows of a document that are lost or changed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._losses: list[Loss] = []

    def losses(self) -> tuple[Loss, ...]:
        """Return the losses in text order, without changes to rows that are lost."""
        lost = {(loss.row, loss.id) for loss in self._losses if loss.kind is LossKind.LOST}
        kept = (loss for loss in self._losses if loss.kind is LossKind.LOST or (loss.row, loss.id) not in lost)
        return tuple(sorted(kept, key=lambda loss: (loss.start, loss.end, loss.row, loss.id)))

    def add_span(self, span: Span, reason: str, kind: LossKind = LossKind.LOST) -> Loss:
        """Add a span."""
        return self.add("span", span.id, span.label, reason, span.parts, layer=span.layer, kind=kind)

    def add_relation(self, relation: Relation, head: Span, reason: str, kind: LossKind = LossKind.LOST) -> Loss:
        """Add a relation, at its head."""
        return self.add("relation", relation.id, relation.label, reason, head.parts, layer=head.layer, kind=kind)

    def add_suggestion(self, suggestion: Suggestion, reason: str, kind: LossKind = LossKind.LOST) -> Loss:
        """Add a suggestion."""
        layer, parts = suggestion.layer, suggestion.parts
        return self.add("suggestion", suggestion.id, suggestion.label, reason, parts, layer=layer, kind=kind)

    def add(
        self,
        row: str,
        identifier: str,
        label: str,
        reason: str,
        parts: tuple[Part, ...] | None = None,
        *,
        layer: str = "",
        kind: LossKind = LossKind.LOST,
        text: str | None = None,
    ) -> Loss:
        """Add any row and return its loss.

        Without parts it is about the whole article, which is quoted by its title unless there is a text.
        """
        document = self._document
        if text is None:
            text = document.title if parts is None else quote(document.text, parts)
        loss = Loss(
            document=document.id,
            title=document.title,
            row=row,
            id=identifier,
            layer=layer,
            label=label,
            start=parts[0][0] if parts else 0,
            end=parts[-1][1] if parts else len(document.text),
            quote=text,
            kind=kind,
            reason=reason,
        )
        self._losses.append(loss)
        return loss
