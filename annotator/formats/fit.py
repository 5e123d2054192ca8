"""Fitting a document into what a format can hold. Preflight and writing both go through here, so they tell the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from annotator.editing.splitting import By
from annotator.formats import overlap
from annotator.formats.capabilities import WITHIN, Capabilities
from annotator.formats.choices import EDGES, GAPS, Choice
from annotator.formats.claims.lacking import has_what_is_needed, is_for_claims, lacks_fields, shared_labels
from annotator.formats.loss import Loss, LossKind
from annotator.formats.reach import Measured
from annotator.formats.shape import hull, longest, widen
from annotator.formats.shared.article_details import missing_details
from annotator.formats.shared.control_characters import changes_note, reasons_for_article
from annotator.formats.shared.training_tokens import edges, on_edges, split_tokens, tokenise
from annotator.model.schema import ROLE, Schema
from annotator.model.values import (
    BATCH,
    CLAIMS,
    Annotated,
    Part,
    Priority,
    Relation,
    Span,
    State,
    Suggestion,
    priority_of,
    quote,
)
from annotator.text.tokens import Tokens, trim

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user chose for an export; ``choices`` for single spans, by id.

    No ``layers`` means all. ``overlap`` is a policy of `annotator.formats.overlap`. ``edges`` says what is done
    with spans that begin or end inside a token where a format needs whole ones, one of `choices.EDGES`; ``gaps`` with
    those that have gaps where a format holds none, one of `choices.GAPS`; None leaves them out. ``reach`` lets training
    reach what would be too long for it, or too far on. ``split`` is such as ``80/10/10``; with
    ``split_anew`` no document keeps the part that it has. ``schema`` is the project's, for formats that write down
    what labels there are. ``only_read`` lets only sentences that were read
    count as free of labels, where a format can tell. ``semicolons`` part the columns of CSV, as Excel wants it where
    numbers have a comma.
    """

    layers: tuple[str, ...] = ()
    overlap: str = overlap.LONGEST
    edges: Choice | None = None
    gaps: Choice | None = None
    reach: bool = False
    split: str | None = None
    seed: int = 0
    split_by: By = By.SEED
    choices: Mapping[str, Collection[Choice]] = field(default_factory=dict)
    split_anew: bool = False
    suggestions: bool = False
    exclude_furniture: bool = False
    schema: Schema | None = None
    only_read: bool = False
    semicolons: bool = False

    @property
    def takes_all(self) -> bool:
        """Tell whether nothing of a document is to be left out or changed."""
        return not (self.layers or self.choices or self.exclude_furniture)

    def chosen(self, span: str, among: Collection[Choice], otherwise: Choice | None) -> Choice | None:
        """Give which of these was chosen for the span of this id, or what is chosen for all."""
        return next((choice for choice in self.choices.get(span, ()) if choice in among), otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A document as a format holds it.

    ``annotated`` has only what is to be written; ``flat`` are those of its spans that do not overlap (of the layer
    that the format names, or all; none where a format holds overlaps and names no layer). ``doc`` has spaCy's tokens
    if the format needs them. ``spans`` is how many spans there were to write, ``portion`` which part of a split the
    document is in. ``details`` are what is known of the document and not in the file: see `details.missing_details`.
    ``every`` are all spans that the document has, by id, for a format that is about claims alone: they lend their
    words to it. ``pieces`` are those that the text is written in, none where it is written whole.
    """

    annotated: Annotated
    flat: tuple[Span, ...]
    doc: "Doc | None"
    spans: int
    losses: tuple[Loss, ...]
    details: tuple[str, ...] = ()
    portion: str = ""
    every: Mapping[str, Span] = field(default_factory=dict)
    pieces: tuple[Part, ...] = ()


def fit(annotated: Annotated, holds: Capabilities, options: Options) -> Fitted:
    """Make a document fit, and tell what was lost; losses are in the order of the text."""
    doc = tokenise(annotated.document) if holds.tokens else None
    fitting = _Fitting(annotated, holds, options, edges(doc) if doc is not None else None)
    chosen = [span for span in annotated.spans if not options.layers or span.layer in options.layers]
    if holds.claims is not None:
        spans, flat = fitting.spans(fitting.claims(chosen, annotated))
        relations = fitting.claim_relations(annotated, spans, chosen)
    else:
        spans, flat = fitting.spans(chosen)
        relations = (
            fitting.relations(
                annotated.relations,
                heads={span.id: span for span in chosen},
                written={span.id for span in spans},
                here={span.id: span.annotator for span in annotated.spans},
            )
            if annotated.relations
            else ()
        )
    doc = doc if doc is None else fitting.split(doc, spans)
    pieces = () if doc is None else fitting.pieces(doc, spans, flat)
    if pieces:
        relations = fitting.within_pieces(relations, {span.id: span for span in spans}, pieces)
    every = {span.id: span for span in annotated.spans} if holds.claims is not None else {}
    written = replace(
        annotated,
        spans=spans,
        relations=relations,
        labels=annotated.labels if holds.labels else (),
        suggestions=fitting.suggestions(annotated.suggestions) if holds.suggestions and options.suggestions else (),
    )
    fitting.tell_rest(annotated)
    return Fitted(
        annotated=written,
        flat=flat,
        doc=doc,
        pieces=pieces,
        spans=len(chosen),
        losses=fitting.losses(),
        details=missing_details(annotated, written, holds, split=options.split is not None),
        every=every,
    )


class _Fitting:
    """The work on one document; it gathers losses."""

    def __init__(self, annotated: Annotated, holds: Capabilities, options: Options, tokens: Tokens | None) -> None:
        self._document = annotated.document
        self._theirs = {far.id for far in annotated.elsewhere if far.document == annotated.document.id}
        self._identities = {identity.id: identity for identity in annotated.identities}
        self._holds = holds
        self._options = options
        self._tokens = tokens
        self._losses: list[Loss] = []
        self._kept = {id_ for id_, choices in options.choices.items() if Choice.KEEP in choices}
        self._splitting: set[str] = set()  # spans for which tokens are split

    def losses(self) -> tuple[Loss, ...]:
        """Give what was lost; of a row that is lost it does not matter what was changed before."""
        lost = {(loss.row, loss.id) for loss in self._losses if loss.kind is LossKind.LOST}
        told = (loss for loss in self._losses if loss.kind is LossKind.LOST or (loss.row, loss.id) not in lost)
        return tuple(sorted(told, key=lambda loss: (loss.start, loss.end, loss.row, loss.id)))

    def spans(self, chosen: Iterable[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Give the spans that can be written, and those of the flat view."""
        chosen = list(chosen)
        if self._takes_all:
            return tuple(chosen), ()
        self._tell_apart(chosen)
        fitted = [span for span in map(self._fit_span, chosen) if span is not None]
        spans = tuple(sorted(fitted, key=lambda span: (span.start, span.end, span.id)))
        layer = self._holds.flat_layer(self._options.layers)
        if self._holds.overlap and layer is None:
            return spans, ()
        candidates = [span for span in spans if layer in {None, span.layer}]
        flat, others = overlap.flatten(candidates, self._options.overlap, self._kept)
        if not self._holds.overlap:
            for span in others:
                self._lose(span, "overlap")
            return flat, flat
        if layer is not None:
            for span in others:
                self._lose(span, "flat_view", LossKind.CHANGED)
        return spans, flat

    def _tell_apart(self, chosen: Sequence[Span]) -> None:
        """Tell of spans of which the format does not say whose they are, or of which layer."""
        if not self._holds.annotators and len({span.annotator for span in chosen}) > 1:
            for span in chosen:
                self._lose(span, "annotator", LossKind.CHANGED)
        if not self._holds.layers:
            shared = shared_labels(self._options.schema, self._options.layers, chosen)
            for span in (span for span in chosen if span.label in shared):
                self._lose(span, "layer", LossKind.CHANGED)

    @property
    def _takes_all(self) -> bool:
        """Tell whether every span can be written as it is, so that none has to be looked at."""
        free = not (self._options.choices or self._options.exclude_furniture)
        return free and self._holds.spans_whole

    def relations(
        self, relations: Iterable[Relation], *, heads: dict[str, Span], written: set[str], here: dict[str, str]
    ) -> tuple[Relation, ...]:
        """Give those of the relations from these heads that can be written.

        Args:
            relations: All of the document.
            heads: The spans that are to be written, by id.
            written: The spans that can be.
            here: All spans of the document and whose they are; a tail that is none of them lies in another article.
        """
        kept: list[Relation] = []
        for relation in relations:
            head = self._head(relation, heads, here)
            if head is None:
                continue
            reason = self._why_not(relation, written, here)
            if reason is not None:
                self._lose_relation(relation, head, reason)
                continue
            if relation.attributes and not self._holds.relation_attributes:
                self._lose_relation(relation, head, "relation_attributes", LossKind.CHANGED)
            self._tell_annotator(relation, head)
            kept.append(relation)
        return tuple(kept)

    def claims(self, chosen: Iterable[Span], annotated: Annotated) -> list[Span]:
        """Give the claims among spans that a format of claims holds."""
        here = {span.id for span in annotated.spans}
        led = {(relation.head, relation.label) for relation in annotated.relations if relation.tail in here}
        heads = {span.id: span for span in annotated.spans if span.layer == CLAIMS}
        served = {
            relation.tail
            for relation in annotated.relations
            if (head := heads.get(relation.head)) is not None and is_for_claims(relation, head, self._holds)
        }
        held: list[Span] = []
        for span in chosen:
            if span.layer != CLAIMS:
                self._lose(span, *(("served", LossKind.CHANGED) if span.id in served else ("no_claim", LossKind.LOST)))
            elif not has_what_is_needed(span, led, self._holds):
                self._lose(span, "claim_needs")
            else:
                held.append(span)
        return held

    def claim_relations(
        self, annotated: Annotated, written: Iterable[Span], chosen: Iterable[Span]
    ) -> tuple[Relation, ...]:
        """Give the relations of written claims that a format of claims holds."""
        here = {span.id for span in annotated.spans}
        far = {span.id for span in annotated.elsewhere}
        heads = {span.id: span for span in chosen}
        ids = {span.id for span in written}
        kept: list[Relation] = []
        for relation in annotated.relations:
            head = self._head(relation, heads, here)
            if head is None:
                continue
            if relation.head not in ids:
                self._lose_relation(relation, head, "relation_claim")
            elif not is_for_claims(relation, head, self._holds):
                self._lose_relation(relation, head, "relation_kind")
            elif relation.tail not in here and (relation.label in WITHIN or relation.tail not in far):
                self._lose_relation(relation, head, self._why_far(relation))
            else:
                if relation.attributes.keys() - ({ROLE} if self._holds.relation_attributes else set()):
                    self._lose_relation(relation, head, "relation_attributes", LossKind.CHANGED)
                self._tell_annotator(relation, head)
                kept.append(relation)
        return tuple(kept)

    def _head(self, relation: Relation, heads: Mapping[str, Span], here: Collection[str]) -> Span | None:
        """Give the span that a relation begins at if it is to be written; tell if it is somebody else's."""
        if relation.head not in here:
            self._tell_whole("relation", relation.id, relation.label, "relation_annotators")
        return heads.get(relation.head)

    def _tell_annotator(self, relation: Relation, head: Span) -> None:
        if relation.annotator != head.annotator and not self._holds.relation_annotators:
            self._lose_relation(relation, head, "relation_annotator", LossKind.CHANGED)

    def _why_far(self, relation: Relation) -> str:
        return "relation_annotators" if relation.tail in self._theirs else "relation_across"

    def _why_not(self, relation: Relation, written: set[str], here: dict[str, str]) -> str | None:
        if not self._holds.relations:
            return "relation"
        if relation.head not in written or (relation.tail in here and relation.tail not in written):
            return "relation_end"
        if relation.tail not in here and not self._holds.across:
            return self._why_far(relation)
        if self._holds.apart and {relation.annotator, here[relation.head], here[relation.tail]} != {relation.annotator}:
            return "relation_annotators"
        return None

    def tell_rest(self, annotated: Annotated) -> None:
        """Tell of control characters, of what is no span or relation, and of suggestions that were asked for."""
        document = self._document
        for reason in reasons_for_article(document, self._holds):
            self._tell_whole("document", document.id, "", reason, kind=LossKind.CHANGED)
        if not self._holds.labels:
            for label in annotated.labels:
                self._tell_whole("document_label", label.label, label.label, "document_label", words=label.value)
        if not self._holds.progress:
            self._tell_progress(annotated)
        if self._options.suggestions and not self._holds.suggestions:
            for suggestion in annotated.suggestions:
                self._lose_suggestion(suggestion, "suggestion")

    def suggestions(self, waiting: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
        """Give the suggestions that can be written."""
        kept: list[Suggestion] = []
        for suggestion in waiting:
            if len(suggestion.parts) > 1 and not self._holds.discontinuous:
                self._lose_suggestion(suggestion, "suggestion")
                continue
            if suggestion.relations and not self._holds.drafts:
                self._lose_suggestion(suggestion, "suggestion_relations", LossKind.CHANGED)
            kept.append(suggestion)
        return tuple(kept)

    def _lose_suggestion(self, suggestion: Suggestion, reason: str, kind: LossKind = LossKind.LOST) -> None:
        layer, parts = suggestion.layer, suggestion.parts
        self._tell("suggestion", suggestion.id, suggestion.label, parts, reason, layer=layer, kind=kind)

    def _tell_progress(self, annotated: Annotated) -> None:
        meta = self._document.meta
        for state in annotated.states:
            if state.state is not State.OPEN or state.note:
                self._tell_whole("document_state", state.annotator, str(state.state), "document_state")
        if batch := meta.get(BATCH):
            self._tell_whole("batch", str(batch), str(batch), "batch")
        if (priority := priority_of(meta)) is not Priority.NORMAL:
            self._tell_whole("priority", str(priority), str(priority), "priority")
        if not (self._holds.unknown and self._options.only_read):
            for mark in annotated.sentences:
                self._tell("sentence_mark", mark.annotator, "", ((mark.start, mark.end),), "sentence_mark")

    def _fit_span(self, span: Span) -> Span | None:
        if self._options.exclude_furniture and self._in_furniture(span):
            self._lose(span, "furniture")
            return None
        if Choice.LEAVE_OUT in self._options.choices.get(span.id, ()):
            self._lose(span, "left_out")
            return None
        whole = self._close(span)
        if whole is None:
            return None
        trimmed = whole if self._holds.white_space else self._trim(whole)
        aligned = self._align(trimmed) if trimmed is not None else None
        if aligned is not None and lacks_fields(span, self._holds):
            self._lose(span, "attributes" if self._holds.claims is None else "fields", LossKind.CHANGED)
        if aligned is not None and changes_note(span, self._holds):
            self._lose(span, "note_controls", LossKind.CHANGED)
        return aligned if aligned is None or self._holds.identities else self._name(aligned)

    def _name(self, span: Span) -> Span:
        """Put the name of an identity in place of its id, which says nothing elsewhere."""
        identity = self._identities.get(str(span.attributes.get("identity")))
        if identity is None or not self._holds.attributes:
            return span
        self._lose(span, "identity", LossKind.CHANGED)
        fields = {name: value for name, value in span.attributes.items() if name != "identity"}
        known = {"identity_name": identity.name, **({"kb_id": identity.kb_id} if identity.kb_id else {})}
        return replace(span, attributes={**fields, **known})

    def _in_furniture(self, span: Span) -> bool:
        return any(start <= span.start and span.end <= end for start, end in self._document.excluded)

    def _close(self, span: Span) -> Span | None:
        """Give a span without gaps where they have no place, if somebody said how."""
        if len(span.parts) == 1 or self._holds.discontinuous:
            return span
        wanted = self._options.chosen(span.id, GAPS, self._options.gaps)
        if wanted is None:
            self._lose(span, "discontinuous")
            return None
        closed, reason = (hull, "hull") if wanted is Choice.HULL else (longest, "longest_part")
        self._lose(span, reason, LossKind.CHANGED)
        return replace(span, parts=(closed(span.parts),))

    def split(self, doc: "Doc", written: Iterable[Span]) -> "Doc":
        """Split the tokens of a document where written spans ask for it."""
        parts = (part for span in written if span.id in self._splitting for part in span.parts)
        return split_tokens(doc, chain.from_iterable(parts))

    def pieces(self, doc: "Doc", written: Sequence[Span], flat: Sequence[Span]) -> tuple[Part, ...]:
        """Give the pieces that the text is to be written in; tell of what training will not reach."""
        reach = self._holds.reach
        if reach is None:
            return ()
        seen = written if self._holds.flat is None else flat
        measured = Measured(doc, reach)
        beyond = {span.id for span in seen if measured.out_of_reach(span, ()) == "too_far"}
        wanted = self._options.reach or any(Choice.REACH in self._options.choices.get(id_, ()) for id_ in beyond)
        pieces = measured.pieces(self._document.text, written) if beyond and wanted else ()
        if pieces:
            self._tell_whole("document", self._document.id, "", "pieces", kind=LossKind.CHANGED)
        for span in seen:
            if reason := measured.out_of_reach(span, pieces):
                self._lose(span, reason, LossKind.CHANGED)
        return pieces

    def within_pieces(
        self, relations: Iterable[Relation], spans: Mapping[str, Span], pieces: tuple[Part, ...]
    ) -> tuple[Relation, ...]:
        """Give the relations whose ends are in the same piece."""
        kept: list[Relation] = []
        for relation in relations:
            head, tail = spans[relation.head], spans[relation.tail]
            if any(
                first <= min(head.start, tail.start) and max(head.end, tail.end) <= after for first, after in pieces
            ):
                kept.append(relation)
            else:
                self._lose_relation(relation, head, "relation_piece")
        return tuple(kept)

    def _trim(self, span: Span) -> Span | None:
        text = self._document.text
        parts = tuple(part for start, end in span.parts if (part := trim(text, start, end))[0] < part[1])
        if not parts:
            self._lose(span, "white_space_only")
            return None
        if parts == span.parts:
            return span
        self._lose(span, "white_space", LossKind.CHANGED)
        return replace(span, parts=parts)

    def _align(self, span: Span) -> Span | None:
        tokens = self._tokens
        if tokens is None or all(on_edges(tokens, start, end) for start, end in span.parts):
            return span
        wanted = self._options.chosen(span.id, EDGES, self._options.edges)
        if wanted is Choice.SPLIT_TOKEN:
            self._splitting.add(span.id)
            self._lose(span, "token_split", LossKind.CHANGED)
            return span
        widened = widen(tokens, span.parts) if wanted is Choice.WIDEN else None
        if widened is None:
            self._lose(span, "token_edges")
            return None
        self._lose(span, "expanded", LossKind.CHANGED)
        return replace(span, parts=widened)

    def _lose(self, span: Span, reason: str, kind: LossKind = LossKind.LOST) -> None:
        self._tell("span", span.id, span.label, span.parts, reason, layer=span.layer, kind=kind)

    def _lose_relation(self, relation: Relation, head: Span, reason: str, kind: LossKind = LossKind.LOST) -> None:
        self._tell("relation", relation.id, relation.label, head.parts, reason, layer=head.layer, kind=kind)

    def _tell_whole(
        self,
        row: str,
        identifier: str,
        label: str,
        reason: str,
        *,
        kind: LossKind = LossKind.LOST,
        words: str | None = None,
    ) -> None:
        """Tell of a row that is about the whole article; its title stands for the words unless there are others."""
        document = self._document
        whole = (0, len(document.text))
        words = document.title if words is None else words
        self._tell(row, identifier, label, (whole,), reason, kind=kind, words=words)

    def _tell(
        self,
        row: str,
        identifier: str,
        label: str,
        parts: tuple[Part, ...],
        reason: str,
        *,
        layer: str = "",
        kind: LossKind = LossKind.LOST,
        words: str | None = None,
    ) -> None:
        loss = Loss(
            document=self._document.id,
            title=self._document.title,
            row=row,
            id=identifier,
            layer=layer,
            label=label,
            start=parts[0][0],
            end=parts[-1][1],
            quote=quote(self._document.text, parts) if words is None else words,
            kind=kind,
            reason=reason,
        )
        self._losses.append(loss)
