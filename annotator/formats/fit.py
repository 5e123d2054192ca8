"""Fits a document to a format's capabilities, for preflight and writing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from annotator.editing.splitting import SplitCriterion
from annotator.formats import overlap
from annotator.formats.capabilities import EDGES, GAPS, Capabilities, SpanChoice
from annotator.formats.claims.lacking import has_needed_facts, holds_claim_relation, lacks_fields, shared_labels
from annotator.formats.fit_relations import RelationFitter, within_pieces
from annotator.formats.loss import Loss, LossKind, LossLog
from annotator.formats.reach import ReachMeasure
from annotator.formats.shared.control_characters import changes_note, reasons_for_article
from annotator.formats.shared.label_tree import has_broader
from annotator.formats.shared.metadata.article_details import missing_details
from annotator.formats.shared.tokens.own_tokens import levels, own_doc
from annotator.formats.shared.tokens.training_tokens import edges, on_edges, split_tokens, tokenise, with_full_stops
from annotator.model.schema import Schema
from annotator.model.values import (
    BATCH,
    CLAIMS,
    Annotated,
    Part,
    Priority,
    Span,
    State,
    Suggestion,
    by_place,
    priority_of,
)
from annotator.text.parts import hull, longest, widen
from annotator.text.tokens import Tokens, trim

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The user's options for an export.

    Attributes:
        layers: The layers to export; none means all.
        overlap: A policy of `annotator.formats.overlap`.
        edges: For formats of whole tokens, one of `choices.EDGES` for spans that begin or end inside a token; None
            leaves such spans out, except those that lack only the full stop of their last token: these include it.
        gaps: For formats without gaps, one of `choices.GAPS` for discontinuous spans; None leaves such spans out.
        reach: Whether to extend training to spans that are too long or too far into the article.
        split: The shares of train, dev and test, for example ``80/10/10``.
        choices: Choices for single spans, by id.
        split_languages: Whether to split the articles of each language by these shares.
        split_anew: Whether documents may change their split.
        schema: The project's schema, for formats that list its labels.
        only_read: Whether only read sentences count as free of labels, if a format can mark the others.
        semicolons: Whether semicolons separate the columns of CSV, as Excel needs in countries with decimal commas.
    """

    layers: tuple[str, ...] = ()
    overlap: str = overlap.LONGEST
    edges: SpanChoice | None = None
    gaps: SpanChoice | None = None
    reach: bool = False
    split: str | None = None
    seed: int = 0
    split_by: SplitCriterion = SplitCriterion.SEED
    split_languages: bool = False
    choices: Mapping[str, Collection[SpanChoice]] = field(default_factory=dict)
    split_anew: bool = False
    suggestions: bool = False
    exclude_furniture: bool = False
    schema: Schema | None = None
    only_read: bool = False
    semicolons: bool = False

    @property
    def takes_all(self) -> bool:
        """Whether the options neither leave out nor change anything."""
        return not (self.layers or self.choices or self.exclude_furniture)

    def chosen(self, span: str, among: Collection[SpanChoice], otherwise: SpanChoice | None) -> SpanChoice | None:
        """Return the span's own choice if it is in ``among``, else ``otherwise``, the choice for all spans."""
        return next((choice for choice in self.choices.get(span, ()) if choice in among), otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A document as a format holds it.

    Attributes:
        annotated: The document with only what will be written.
        flat: The spans without overlap, of the layer that the format names or of all. It is empty if the format holds
            overlaps and names no layer.
        doc: spaCy's tokens, if the format needs them.
        spans: The number of spans to export.
        details: The details missing from the file; see `article_details.missing_details`.
        split: Train, dev or test; empty if the documents are not split.
        every: All spans of the document by id, which claim formats quote.
        pieces: The pieces of text to write, none if the text stays whole.
        levels: Further columns of labels, if the document's file had several.
    """

    annotated: Annotated
    flat: tuple[Span, ...]
    doc: "Doc | None"
    spans: int
    losses: tuple[Loss, ...]
    details: tuple[str, ...] = ()
    split: str = ""
    every: Mapping[str, Span] = field(default_factory=dict)
    pieces: tuple[Part, ...] = ()
    levels: tuple[tuple[Span, ...], ...] = ()


def fit(annotated: Annotated, holds: Capabilities, options: Options) -> Fitted:
    """Fit a document and collect the losses, in text order."""
    doc = _tokens(annotated, holds)
    log = LossLog(annotated.document)
    fitter = _SpanFitter(annotated, holds, options, edges(doc) if doc is not None else None, log)
    chosen = [span for span in annotated.spans if not options.layers or span.layer in options.layers]
    spans, flat, lower = fitter.fit(chosen if holds.claims is None else fitter.claims(chosen))
    relations = RelationFitter(annotated, holds, log).fit(chosen, spans) if annotated.relations else ()
    doc = doc if doc is None else fitter.split(doc, spans)
    pieces = () if doc is None else fitter.pieces(doc, spans, flat)
    if pieces:
        relations = within_pieces(relations, {span.id: span for span in spans}, pieces, log)
    written = replace(
        annotated,
        spans=spans,
        relations=relations,
        labels=annotated.labels if holds.labels else (),
        suggestions=_suggestions(annotated.suggestions, holds, log) if options.suggestions else (),
    )
    _report_rest(annotated, holds, options, log)
    return Fitted(
        annotated=written,
        flat=flat,
        levels=lower,
        doc=doc,
        pieces=pieces,
        spans=len(chosen),
        losses=log.losses(),
        details=missing_details(
            annotated, written, holds, split=options.split is not None, broader=has_broader(options.schema, spans)
        ),
        every={span.id: span for span in annotated.spans} if holds.claims is not None else {},
    )


def _tokens(annotated: Annotated, holds: Capabilities) -> "Doc | None":
    if not holds.tokens:
        return None
    own = own_doc(annotated.document) if holds.own_tokens else None
    return tokenise(annotated.document) if own is None else own


def _suggestions(waiting: Iterable[Suggestion], holds: Capabilities, log: LossLog) -> tuple[Suggestion, ...]:
    """Return the suggestions that the format can hold, and log what is lost."""
    kept: list[Suggestion] = []
    for suggestion in waiting:
        if not holds.suggestions or (len(suggestion.parts) > 1 and not holds.discontinuous):
            log.add_suggestion(suggestion, "suggestion")
            continue
        if suggestion.relations and not holds.drafts:
            log.add_suggestion(suggestion, "suggestion_relations", LossKind.CHANGED)
        if suggestion.attributes and not holds.attributes:
            log.add_suggestion(suggestion, "suggestion_fields", LossKind.CHANGED)
        kept.append(suggestion)
    return tuple(kept)


def _report_rest(annotated: Annotated, holds: Capabilities, options: Options, log: LossLog) -> None:
    """Log the control characters, document labels and progress that the format cannot hold."""
    for reason in reasons_for_article(annotated.document, holds):
        log.add("document", annotated.document.id, "", reason, kind=LossKind.CHANGED)
    for label in annotated.labels if not holds.labels else ():
        log.add("document_label", label.label, label.label, "document_label", text=label.value)
    if holds.progress:
        return
    for state in annotated.states:
        if state.state is not State.OPEN or state.note:
            told = "document_state" if state.note else "document_state_only"
            reason = "document_note" if state.state is State.OPEN else told
            log.add("document_state", state.annotator, str(state.state), reason)
    meta = annotated.document.meta
    if batch := meta.get(BATCH):
        log.add("batch", str(batch), str(batch), "batch")
    if (priority := priority_of(meta)) is not Priority.NORMAL:
        log.add("priority", str(priority), str(priority), "priority")
    for mark in annotated.sentences if not (holds.unknown and options.only_read) else ():
        log.add("sentence_mark", mark.annotator, "", "sentence_mark", ((mark.start, mark.end),))


class _SpanFitter:
    """Selects and changes a document's spans to fit a format."""

    def __init__(
        self, annotated: Annotated, holds: Capabilities, options: Options, tokens: Tokens | None, log: LossLog
    ) -> None:
        self._annotated = annotated
        self._document = annotated.document
        self._identities = {identity.id: identity for identity in annotated.identities}
        self._holds = holds
        self._options = options
        self._tokens = tokens
        self._log = log
        self._kept = {id_ for id_, choices in options.choices.items() if SpanChoice.KEEP in choices}
        self._splitting: set[str] = set()  # ids of spans for which tokens are split

    def claims(self, chosen: Iterable[Span]) -> list[Span]:
        """Return the claims that a claim format can hold, and log all other spans."""
        annotated = self._annotated
        here = {span.id for span in annotated.spans}
        relations = {(relation.head, relation.label) for relation in annotated.relations if relation.tail in here}
        heads = {span.id: span for span in annotated.spans if span.layer == CLAIMS}
        served = {
            relation.tail
            for relation in annotated.relations
            if (head := heads.get(relation.head)) is not None and holds_claim_relation(relation, head, self._holds)
        }
        held: list[Span] = []
        for span in chosen:
            if span.layer == CLAIMS and has_needed_facts(span, relations, self._holds):
                held.append(span)
            elif span.layer == CLAIMS:
                self._log.add_span(span, "claim_needs")
            elif span.id in served:
                self._change(span, "served")
            else:
                self._log.add_span(span, "no_claim")
        return held

    def fit(self, chosen: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[tuple[Span, ...], ...]]:
        """Return three groups: the spans to write, those of the flat view, and those of each further column."""
        if self._holds.spans_whole and not (self._options.choices or self._options.exclude_furniture):
            return tuple(chosen), (), ()
        self._report_ambiguous(chosen)
        fitted = [span for span in map(self._fit_span, chosen) if span is not None]
        spans = by_place(fitted)
        layer = self._holds.flat_layer(self._options.layers)
        if self._holds.overlap and layer is None:
            return spans, (), ()
        candidates = [span for span in spans if layer in {None, span.layer}]
        flat, others = overlap.flatten(candidates, self._options.overlap, self._kept)
        lower: list[tuple[Span, ...]] = []
        for _ in range(levels(self._document) - 1 if self._holds.own_tokens else 0):
            level, others = overlap.flatten(others, self._options.overlap, self._kept)
            lower.append(level)
        for span in others:
            if self._holds.overlap:
                self._change(span, "flat_view")
            else:
                self._log.add_span(span, "overlap")
        held = by_place(chain(flat, *lower)) if lower else flat
        return spans if self._holds.overlap else held, flat, tuple(lower)

    def _report_ambiguous(self, chosen: Sequence[Span]) -> None:
        """Log spans written without annotator or layer although there are several."""
        if not self._holds.annotators and len({span.annotator for span in chosen}) > 1:
            for span in chosen:
                self._change(span, "annotator")
        if not self._holds.layers:
            shared = shared_labels(self._options.schema, self._options.layers, chosen)
            for span in (span for span in chosen if span.label in shared):
                self._change(span, "layer")

    def _fit_span(self, span: Span) -> Span | None:
        if self._options.exclude_furniture and self._in_furniture(span):
            self._log.add_span(span, "furniture")
            return None
        if SpanChoice.LEAVE_OUT in self._options.choices.get(span.id, ()):
            self._log.add_span(span, "left_out")
            return None
        closed = self._close(span)
        trimmed = closed if closed is None or self._holds.white_space else self._trim(closed)
        aligned = self._align(trimmed) if trimmed is not None else None
        if aligned is None:
            return None
        if lacks_fields(span, self._holds):
            self._change(span, "attributes" if self._holds.claims is None else "fields")
        if changes_note(span, self._holds):
            self._change(span, "note_controls")
        return aligned if self._holds.identities else self._name(aligned)

    def _name(self, span: Span) -> Span:
        """Replace an identity's id, meaningless outside the project, with its name."""
        identity = self._identities.get(str(span.attributes.get("identity")))
        if identity is None or not self._holds.attributes:
            return span
        self._change(span, "identity")
        fields = {name: value for name, value in span.attributes.items() if name != "identity"}
        known = {"identity_name": identity.name, **({"kb_id": identity.kb_id} if identity.kb_id else {})}
        return replace(span, attributes={**fields, **known})

    def _in_furniture(self, span: Span) -> bool:
        return any(start <= span.start and span.end <= end for start, end in self._document.excluded)

    def _close(self, span: Span) -> Span | None:
        """Return a span without gaps; None if the format holds none and no choice closes them."""
        if len(span.parts) == 1 or self._holds.discontinuous:
            return span
        wanted = self._options.chosen(span.id, GAPS, self._options.gaps)
        if wanted is None:
            self._log.add_span(span, "discontinuous")
            return None
        closed, reason = (hull, "hull") if wanted is SpanChoice.HULL else (longest, "longest_part")
        self._change(span, reason)
        return replace(span, parts=(closed(span.parts),))

    def _trim(self, span: Span) -> Span | None:
        text = self._document.text
        parts = tuple(part for start, end in span.parts if (part := trim(text, start, end))[0] < part[1])
        if not parts:
            self._log.add_span(span, "white_space_only")
            return None
        if parts == span.parts:
            return span
        self._change(span, "white_space")
        return replace(span, parts=parts)

    def _align(self, span: Span) -> Span | None:
        tokens = self._tokens
        if tokens is None or all(on_edges(tokens, start, end) for start, end in span.parts):
            return span
        wanted = self._options.chosen(span.id, EDGES, self._options.edges)
        if wanted is SpanChoice.SPLIT_TOKEN:
            self._splitting.add(span.id)
            self._change(span, "token_split")
            return span
        stopped = with_full_stops(self._document.text, tokens, span.parts)
        if stopped is not None:
            self._change(span, "full_stop")
            return replace(span, parts=stopped)
        widened = widen(tokens, span.parts) if wanted is SpanChoice.WIDEN else None
        if widened is None:
            self._log.add_span(span, "token_edges")
            return None
        self._change(span, "expanded")
        return replace(span, parts=widened)

    def split(self, doc: "Doc", written: Iterable[Span]) -> "Doc":
        """Split the tokens of a document at the edges of the spans for which this was chosen."""
        parts = (part for span in written if span.id in self._splitting for part in span.parts)
        return split_tokens(doc, chain.from_iterable(parts))

    def pieces(self, doc: "Doc", written: Sequence[Span], flat: Sequence[Span]) -> tuple[Part, ...]:
        """Return the pieces of text to write, and log the spans that training will not reach."""
        reach = self._holds.reach
        if reach is None:
            return ()
        seen = written if self._holds.flat is None else flat
        measured = ReachMeasure(doc, reach)
        beyond = {span.id for span in seen if measured.out_of_reach(span, ()) == "too_far"}
        wanted = self._options.reach or any(SpanChoice.REACH in self._options.choices.get(id_, ()) for id_ in beyond)
        pieces = measured.pieces(self._document.text, written) if beyond and wanted else ()
        if pieces:
            self._log.add("document", self._document.id, "", "pieces", kind=LossKind.CHANGED)
        for span in seen:
            if reason := measured.out_of_reach(span, pieces):
                self._change(span, reason)
        return pieces

    def _change(self, span: Span, reason: str) -> None:
        self._log.add_span(span, reason, LossKind.CHANGED)
