"""Losses: rows that a format cannot hold, as values to show before and after writing.

Each loss has a sentence about what happened and one about what helps. The window translates them (context "Formats").
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from annotator.formats.problem import fill
from annotator.model.values import Document, Part, Relation, Span, Suggestion, quote
from annotator.system.errors import QT_TRANSLATE_NOOP


class LossKind(StrEnum):
    """The degree of a loss."""

    CHANGED = "changed"
    LOST = "lost"


REASONS: Mapping[str, str] = MappingProxyType(
    {
        "annotator": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is written without the name of its annotator."),
        "attributes": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is written without its fields and note."),
        "batch": QT_TRANSLATE_NOOP("Formats", "“{quote}” is written without its batch, {label}."),
        "cell_cut": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is cut: a cell of Excel holds 32,767 characters."),
        "claim_needs": QT_TRANSLATE_NOOP(
            "Formats",
            "{label} “{quote}” is not written: a field that the format requires is missing or has a value "
            "unknown there.",
        ),
        "controls": QT_TRANSLATE_NOOP(
            "Formats", "The text of “{quote}” has control characters; each is written as a replacement character."
        ),
        "detail": QT_TRANSLATE_NOOP("Formats", "Not written: {label} (articles: {count})."),
        "discontinuous": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” has gaps and is not written."),
        "document_label": QT_TRANSLATE_NOOP("Formats", "The article’s {label} ({quote}) is not written."),
        "document_note": QT_TRANSLATE_NOOP("Formats", "The note about “{quote}” is not written."),
        "document_state": QT_TRANSLATE_NOOP(
            "Formats", "The state of “{quote}” (done or skipped) and its note are not written."
        ),
        "document_state_only": QT_TRANSLATE_NOOP("Formats", "The state of “{quote}” (done or skipped) is not written."),
        "expanded": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is widened to whole tokens."),
        "fields": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is written without some of its fields or its note."),
        "flat_view": QT_TRANSLATE_NOOP(
            "Formats",
            "{label} “{quote}” overlaps another label and is written only to the spans, not to the entities.",
        ),
        "full_stop": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is widened by the full stop behind it."),
        "furniture": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is in page furniture and is not written."),
        "hull": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” has gaps and is written with the words in them."),
        "identity": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” is written with the name of its identity, without its other names."
        ),
        "no_claim": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is not written: the format holds only claims."),
        "layer": QT_TRANSLATE_NOOP(
            "Formats",
            "{label} “{quote}” is written without its layer, although other layers also have a label {label}.",
        ),
        "left_out": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is left out, as chosen."),
        "longest_part": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” has gaps; only the longest of its parts is written."
        ),
        "note_controls": QT_TRANSLATE_NOOP(
            "Formats",
            "The note of {label} “{quote}” has control characters; each is written as a replacement character.",
        ),
        "overlap": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” overlaps another label and is not written."),
        "pieces": QT_TRANSLATE_NOOP(
            "Formats", "“{quote}” is written in several pieces, so that models can read all of it."
        ),
        "priority": QT_TRANSLATE_NOOP("Formats", "“{quote}” is written without its priority."),
        "relation": QT_TRANSLATE_NOOP("Formats", "The relation {label} from “{quote}” is not written."),
        "relation_across": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written: it ends in another article."
        ),
        "relation_annotator": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is written without the name of its annotator."
        ),
        "relation_annotators": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written: it joins labels of several annotators."
        ),
        "relation_attributes": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is written without its attributes."
        ),
        "relation_claim": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written because its claim is not written."
        ),
        "relation_end": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written because “{missing}” itself is not written."
        ),
        "relation_kind": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written: the format cannot hold it."
        ),
        "relation_piece": QT_TRANSLATE_NOOP(
            "Formats", "The relation {label} from “{quote}” is not written: its ends are in different pieces."
        ),
        "sentence_mark": QT_TRANSLATE_NOOP(
            "Formats", "The sentence “{quote}” is marked as read and empty; the mark is not written."
        ),
        "served": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is written only as part of its claim."),
        "suggestion": QT_TRANSLATE_NOOP("Formats", "The suggestion {label} “{quote}” is not written."),
        "suggestion_fields": QT_TRANSLATE_NOOP(
            "Formats", "The suggestion {label} “{quote}” is written without its fields."
        ),
        "suggestion_relations": QT_TRANSLATE_NOOP(
            "Formats", "The suggestion {label} “{quote}” is written without its relations."
        ),
        "title_controls": QT_TRANSLATE_NOOP(
            "Formats", "The title “{quote}” has control characters; each is written as a replacement character."
        ),
        "token_edges": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” begins or ends inside a token and is not written."
        ),
        "token_split": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” begins or ends inside a token, which is split there."
        ),
        "too_far": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” is written, but it is beyond the part of a long article that models read."
        ),
        "too_long": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” is written, but training does not look for labels of its length."
        ),
        "too_wide": QT_TRANSLATE_NOOP(
            "Formats", "{label} “{quote}” is written, but it has more words than training looks for."
        ),
        "white_space": QT_TRANSLATE_NOOP("Formats", "{label} “{quote}” is written without the white space around it."),
        "white_space_only": QT_TRANSLATE_NOOP("Formats", "{label} covers nothing but white space and is not written."),
    }
)

DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "article": QT_TRANSLATE_NOOP("Formats", "articles without labels that the format holds"),
        "author": QT_TRANSLATE_NOOP("Formats", "author"),
        "excluded": QT_TRANSLATE_NOOP("Formats", "which paragraphs are page furniture"),
        "hierarchy": QT_TRANSLATE_NOOP("Formats", "which labels are broader than others"),
        "language": QT_TRANSLATE_NOOP("Formats", "language"),
        "origin": QT_TRANSLATE_NOOP("Formats", "origin of labels"),
        "published": QT_TRANSLATE_NOOP("Formats", "date of publication"),
        "publisher": QT_TRANSLATE_NOOP("Formats", "publisher"),
        "split": QT_TRANSLATE_NOOP("Formats", "part of the split (train, dev or test)"),
        "text": QT_TRANSLATE_NOOP("Formats", "the exact text with its spaces and line breaks"),
        "title": QT_TRANSLATE_NOOP("Formats", "title"),
        "url": QT_TRANSLATE_NOOP("Formats", "address"),
    }
)
"""Names of article details; other fields go by their own names."""

REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        "annotator": QT_TRANSLATE_NOOP("Formats", "Export one annotator at a time, or use Spanwright’s own JSONL."),
        "claim": QT_TRANSLATE_NOOP(
            "Formats", "Fill in the claim’s verdict, check-worthiness or cue, whichever it lacks."
        ),
        "claims": QT_TRANSLATE_NOOP("Formats", "Export only the claims layer to avoid this."),
        "choice": QT_TRANSLATE_NOOP("Formats", "Undo this choice."),
        "expand": QT_TRANSLATE_NOOP(
            "Formats", "Correct its boundaries, or let the export widen labels or split tokens."
        ),
        "furniture": QT_TRANSLATE_NOOP(
            "Formats", "Include page furniture in the export, or change what counts as page furniture."
        ),
        "gaps": QT_TRANSLATE_NOOP(
            "Formats", "Export it as one piece or only its longest part; Spanwright’s own JSONL keeps the gaps."
        ),
        "gaps_kept": QT_TRANSLATE_NOOP("Formats", "Spanwright’s own JSONL keeps the gaps."),
        "layer": QT_TRANSLATE_NOOP("Formats", "Export one layer at a time, or use Spanwright’s own JSONL."),
        "layers": QT_TRANSLATE_NOOP("Formats", "Export the layers of both ends so that neither is lost."),
        "lossless": QT_TRANSLATE_NOOP("Formats", "Use Spanwright’s own JSONL to keep it."),
        "overlap": QT_TRANSLATE_NOOP("Formats", "Change which overlapping label wins, or export only one layer."),
        "pieces": QT_TRANSLATE_NOOP("Formats", "Train on it, too: long articles are then written in pieces."),
        "reach": QT_TRANSLATE_NOOP("Formats", "Train on it, too, which then takes longer, or leave it out."),
        "remove": QT_TRANSLATE_NOOP("Formats", "Remove it, or correct its edges."),
        "split": QT_TRANSLATE_NOOP("Formats", "Nothing to do if you train on the file’s own tokens."),
        "trim": QT_TRANSLATE_NOOP("Formats", "Nothing to do; its words are all there."),
        "width": QT_TRANSLATE_NOOP("Formats", "Leave it out, or raise the trainer’s maximum width."),
    }
)

_REMEDY_OF: Mapping[str, str] = MappingProxyType(
    {
        "annotator": "annotator",
        "claim_needs": "claim",
        "discontinuous": "gaps",
        "expanded": "expand",
        "flat_view": "overlap",
        "full_stop": "trim",
        "furniture": "furniture",
        "hull": "gaps_kept",
        "no_claim": "claims",
        "layer": "layer",
        "left_out": "choice",
        "longest_part": "gaps_kept",
        "overlap": "overlap",
        "pieces": "trim",
        "relation_annotator": "annotator",
        "relation_claim": "claim",
        "relation_end": "layers",
        "served": "claims",
        "token_edges": "expand",
        "token_split": "split",
        "too_far": "pieces",
        "too_long": "reach",
        "too_wide": "width",
        "white_space": "trim",
        "white_space_only": "remove",
    }
)
"""The remedy of each reason, if it is not ``lossless``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A row missing from the output or changed in it.

    A lost detail, such as the author, is reported once for all articles that have it.

    Attributes:
        document: The article; for a detail, the first article that has it.
        row: The kind of row: ``span``, ``relation``, ``suggestion``, ``sentence_mark``, ``document``,
            ``document_label``, ``document_state``, ``batch``, ``priority`` or ``detail``.
        id: The row's id; for a document label or batch, its name; for a sentence mark or document state, its annotator;
            for a detail, a key of `DETAILS` or ``meta.NAME``.
        start: The first code point of the span or of the relation's head; otherwise of the article.
        end: The code point after the last, gaps included.
        reason: A key of `REASONS`.
        count: For a detail, the number of articles that have it.
        cause: For a relation lost with its head or tail, the reason why that span was lost; "" if the span's layer is
            not exported.
        missing: For such a relation, the words of that span.
    """

    document: str
    title: str
    row: str = "span"
    id: str
    layer: str = ""
    label: str
    start: int
    end: int
    quote: str
    kind: LossKind = LossKind.LOST
    reason: str
    count: int = 1
    cause: str = ""
    missing: str = ""

    @property
    def remedy(self) -> str:
        """The key of the remedy in `REMEDIES`."""
        return _REMEDY_OF.get(self.cause or self.reason, "lossless")

    @property
    def happened(self) -> str:
        """The English sentence that says how the row was lost or changed."""
        label = DETAILS.get(self.id, self.label) if self.row == "detail" else self.label
        values = {"label": label, "quote": self.quote, "count": str(self.count), "missing": self.missing}
        return fill(REASONS[self.reason], values)

    @property
    def sentence(self) -> str:
        """The English sentences that say how the row was lost or changed, and how to avoid that."""
        return f"{self.happened} {REMEDIES[self.remedy]}"


def loss_to(loss: Loss) -> dict[str, Any]:
    """Return a loss as a JSON object."""
    return {**asdict(loss), "remedy": loss.remedy, "sentence": loss.sentence}


class LossLog:
    """A document's lost or changed rows."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._losses: list[Loss] = []

    def losses(self) -> tuple[Loss, ...]:
        """Return the losses in text order; changes to a row that is lost anyway are left out."""
        lost = {(loss.row, loss.id) for loss in self._losses if loss.kind is LossKind.LOST}
        kept = (loss for loss in self._losses if loss.kind is LossKind.LOST or (loss.row, loss.id) not in lost)
        return tuple(sorted(kept, key=lambda loss: (loss.start, loss.end, loss.row, loss.id)))

    def add_span(self, span: Span, reason: str, kind: LossKind = LossKind.LOST) -> Loss:
        """Add the loss or change of a span, and return it."""
        return self.add("span", span.id, span.label, reason, span.parts, layer=span.layer, kind=kind)

    def add_relation(
        self,
        relation: Relation,
        head: Span,
        reason: str,
        kind: LossKind = LossKind.LOST,
        *,
        missing: Span | None = None,
    ) -> Loss:
        """Add the loss or change of a relation, at the place of its head, and return it.

        ``missing`` is its head or tail if it is lost with that span.
        """
        told = self.add("relation", relation.id, relation.label, reason, head.parts, layer=head.layer, kind=kind)
        if missing is None:
            return told
        lost = {loss.id: loss.reason for loss in self._losses if loss.row == "span" and loss.kind is LossKind.LOST}
        words = quote(self._document.text, missing.parts)
        self._losses[-1] = replace(told, cause=lost.get(missing.id, ""), missing=words)
        return self._losses[-1]

    def add_suggestion(self, suggestion: Suggestion, reason: str, kind: LossKind = LossKind.LOST) -> Loss:
        """Add the loss or change of a suggestion, and return it."""
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

        Without parts, the loss concerns the whole article, quoted by its title unless there is a text.
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
