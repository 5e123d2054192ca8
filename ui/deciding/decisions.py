"""The annotator's decisions about the open document; each method is one undoable step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.editing import edits
from annotator.editing.completing import complete
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.hand_labels import is_meant, made_like, nearest, settling
from annotator.model.compounds import FORM, PART, form_after, word_around
from annotator.model.schema import ROLE, nameless_ends
from annotator.model.values import (
    CLAIMS,
    Acceptance,
    OriginKind,
    Part,
    Relation,
    Span,
    Suggestion,
    SuggestionState,
    new_id,
)
from annotator.system.errors import SchemaError
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding.left_behind import left_behind


class Decisions:
    """Edits of labels, relations and suggestions. Each method returns whether it did something, or what it made."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def label(self, start: int, end: int, layer: str, label: str, instead: Sequence[Suggestion] = ()) -> Span | None:
        """Label a stretch of text (code points, end exclusive). A suggestion on the same words is decided with it.

        ``instead`` are the suggestions that the label replaces: the first is corrected, the others are rejected.
        """
        opened = self._opened
        parts: tuple[Part, ...] = ((start, end),)
        same = [s for s in opened.suggestions_at(start, end) if s.layer == layer and s.parts == parts]
        meant = [*same, *(other for other in instead if other not in same)]
        if meant:
            return self.correct(meant[0].id, layer, label, parts, refused=meant[max(1, len(same)) :])
        near = nearest(opened.suggestions.touching(start, end), label, parts) if layer == CLAIMS else None
        if near is not None and is_meant(near, parts):
            return self.correct(near.id, layer, label, parts)
        return self.label_besides(parts, layer, label)

    def remove(self, ids: Iterable[str]) -> bool:
        """Remove spans together with their relations."""
        spans = [span for span in map(self._opened.span, set(ids)) if span is not None]
        relations = self._session.required().read.relations_of({span.id for span in spans})
        return bool(spans) and self._session.do(edits.remove(spans, relations, annotator=self._annotator))

    def relabel(self, id_: str, layer: str, label: str) -> bool:
        """Change the label of a span."""
        span = self._opened.span(id_)
        if span is None or (span.layer, span.label) == (layer, label) or self._is_there(span.parts, layer, label):
            return False
        return self._session.do(edits.relabel(span, layer, label, annotator=self._annotator))

    def move(self, id_: str, parts: tuple[Part, ...], instead: Sequence[Suggestion] = ()) -> bool:
        """Change the boundaries of a span, which replaces the suggestions ``instead``."""
        span = self._opened.span(id_)
        if span is None or span.parts == parts:
            return False
        form = self._form(self._opened, span, span.layer, parts)
        edit = edits.move(span, parts, annotator=self._annotator, attributes=form)
        return self._session.do(settling(edit, instead, replace(span, parts=parts)))

    def split(self, id_: str, pieces: Sequence[tuple[Part, ...]]) -> bool:
        """Split a span into one for each piece; the first keeps the id."""
        span = self._opened.span(id_)
        if span is None or len(pieces) < 2:
            return False
        return self._session.do(edits.split(span, pieces, annotator=self._annotator))

    def join(self, ids: Iterable[str], parts: tuple[Part, ...], instead: Sequence[Suggestion] = ()) -> str | None:
        """Merge spans of one label into one with ``parts``, which replaces the suggestions ``instead``.

        Return the id of the span kept, or None on failure.
        """
        found = {span.id: span for span in map(self._opened.span, ids) if span is not None}
        spans = sorted(found.values(), key=lambda span: (span.start, span.end, span.id))
        if len({(span.layer, span.label) for span in spans}) != 1 or len(spans) < 2:
            return None
        project = self._session.required()
        single = {relation.id for relation in project.schema.relations if relation.single}
        relations = project.read.relations_of(found)
        edit = edits.join(spans, parts, relations, annotator=self._annotator, single=single)
        kept = replace(spans[0], parts=parts)
        return kept.id if self._session.do(settling(edit, instead, kept)) else None

    def change(
        self,
        id_: str,
        *,
        attributes: Mapping[str, Any] | None = None,
        note: str | None = None,
        doubt: bool | None = None,
    ) -> bool:
        """Change the attributes, note or doubt of a span. An attribute set to None is removed."""
        span = self._opened.span(id_)
        if span is None:
            return False
        edit = edits.change(span, annotator=self._annotator, attributes=attributes, note=note, doubt=doubt)
        return edit.changes[0].before != edit.changes[0].after and self._session.do(edit)

    def relate(
        self,
        head: Span,
        label: str,
        tail: Span | Suggestion,
        attributes: Mapping[str, Any] | None = None,
        role: str | None = None,
    ) -> bool:
        """Relate two spans. If a head can have only one relation of this type, the new one replaces it.

        Args:
            head: The span that the relation leads from, maybe in another document than the open one.
            label: The relation's type.
            tail: A span or suggestion of the open document. A new span is added in the same step, a suggestion
                accepted.
            attributes: Attributes of the head to change in the same step.
            role: The relation's role.
        """
        relation_type = self._session.required().schema.require_relation(label)
        accepted: tuple[Change, ...] = ()
        if isinstance(tail, Suggestion):
            accepted = self.accepting([tail]).changes
            tail = _accepted_span(tail, accepted, self._opened)
        same = [relation for relation in self._from(head) if relation.label == label]
        twins = [relation for relation in same if relation.tail == tail.id]
        if any(r.origin.kind is not OriginKind.SUGGESTION and r.attributes.get(ROLE) == role for r in twins):
            return bool(attributes) and self.change(head.id, attributes=attributes)
        gone = same if relation_type.single else twins
        edit = edits.relate(
            head,
            label,
            tail,
            annotator=self._annotator,
            replacing=gone,
            adding=not accepted and self._opened.span(tail.id) is None,
            attributes=attributes,
            role=role,
        )
        left = (Change(before=span) for span in left_behind(self._session, gone, tail.id))
        return self._session.do(replace(edit, changes=(*accepted, *edit.changes, *left)))

    def unrelate(
        self,
        head: Span,
        gone: Sequence[Relation],
        attributes: Mapping[str, Any] | None = None,
        removing: Iterable[Span] = (),
    ) -> bool:
        """Remove relations of a span, change its attributes, and remove the spans ``removing``, all in one step."""
        edit = edits.unrelate(head, gone, annotator=self._annotator, attributes=attributes, removing=removing)
        return self._session.do(edit)

    def labelled(self, part: Part, layer: str, label: str) -> Span:
        """Return the span with this part (code points, end exclusive) and label, or a new one that is not yet added."""
        key = layer, label, (part,)
        found = (span for span in self._opened.spans_at(*part) if (span.layer, span.label, span.parts) == key)
        return next(found, None) or self._new_span((part,), layer, label)

    def label_besides(self, parts: tuple[Part, ...], layer: str, label: str) -> Span | None:
        """Label a stretch of text (code points, end exclusive) and keep the labels it already has."""
        if self._is_there(parts, layer, label):
            return None
        return self._add(edits.add(self._new_span(parts, layer, label)))

    def label_again(self, id_: str) -> Span | None:
        """Add another span with the words and label of a span, since two claims may share their words."""
        span = self._opened.span(id_)
        if span is None:
            return None
        return self._add(edits.add(self._new_span(span.parts, span.layer, span.label)))

    def complete(self, claim: Span, proposed: Suggestion) -> bool:
        """Add the fields and relations of a suggestion to a claim made by hand, and accept the names these lead to."""
        like = replace(proposed, layer=claim.layer, label=claim.label, parts=claim.parts)
        edit = complete(claim, like, self.accepting([like], beside=True))
        return bool(edit.changes) and self._session.do(edit)

    def accept(self, ids: Iterable[str], acceptance: Acceptance = Acceptance.LOOKED) -> bool:
        """Accept suggestions in one step."""
        taken = _in_order(self._opened, ids)
        return bool(taken) and self._session.do(self.accepting(taken, acceptance))

    def reject(self, ids: Iterable[str]) -> bool:
        """Reject suggestions in one step; they are not suggested again."""
        refused = _in_order(self._opened, ids)
        return bool(refused) and self._session.do(edits.reject(refused, annotator=self._annotator))

    def correct(
        self,
        id_: str,
        layer: str,
        label: str,
        parts: tuple[Part, ...] | None = None,
        *,
        refused: Sequence[Suggestion] = (),
    ) -> Span | None:
        """Accept a suggestion, with another label or boundaries if given, and reject the suggestions ``refused``."""
        opened = self._opened
        suggestion = opened.suggestion(id_)
        if suggestion is None:
            return None
        wanted = parts or suggestion.parts
        if (layer, label, wanted) == (suggestion.layer, suggestion.label, suggestion.parts):
            edit = self.accepting([suggestion])
        else:
            form = self._form(opened, suggestion, layer, wanted)
            edit = edits.correct(suggestion, layer, label, wanted, annotator=self._annotator, attributes=form)
        if suggestion.layer == layer == CLAIMS and edit.kind is EditKind.CORRECT:
            settled, *plain = edit.changes
            edit = replace(edit, changes=(settled, *(made_like(suggestion, label, wanted, self.accepting) or plain)))
        if refused:
            gone = edits.reject(refused, annotator=self._annotator).changes
            edit = replace(edit, changes=(*edit.changes, *gone))
        return self._add(edit)

    def _add(self, edit: Edit) -> Span | None:
        """Do an edit that adds spans; return the first of them, or None on failure."""
        made = next((c.after for c in edit.changes if c.before is None and isinstance(c.after, Span)), None)
        return made if self._session.do(edit) else None

    def _is_there(self, parts: tuple[Part, ...], layer: str, label: str) -> bool:
        """Return whether these words have the label already, and report that; always False for claims.

        Two claims may share their words.
        """
        there = self._opened.spans_at(parts[0][0], parts[-1][1])
        if layer == CLAIMS or (layer, label, parts) not in {(s.layer, s.label, s.parts) for s in there}:
            return False
        self._session.failed.emit(SchemaError("value.same"))
        return True

    def accepting(
        self, taken: Sequence[Suggestion], acceptance: Acceptance = Acceptance.LOOKED, *, beside: bool = False
    ) -> Edit:
        """Build the edit that accepts suggestions.

        With ``beside``, equal labels on the same words are ignored. Only spans nearby are compared, because comparing
        with all spans would take longer than everything else.
        """
        opened = self._opened
        places = [draft.parts for suggestion in taken for draft in suggestion.relations]
        if not places and not beside:
            present = {span.id: span for s in taken for span in opened.spans_at(s.start, s.end)}
            return edits.accept(taken, present.values(), annotator=self._annotator, acceptance=acceptance)
        places += [suggestion.parts for suggestion in taken]
        first, last = min(parts[0][0] for parts in places), max(parts[-1][1] for parts in places)
        own = {one.key for one in taken} if beside else frozenset()
        near = [s for s in opened.spans.touching(first, last) if (s.layer, s.parts, s.label) not in own]
        rejected = self._session.required().read.suggestions(opened.document.id, SuggestionState.REJECTED)
        hulls = {(parts[0][0], parts[-1][1]) for parts in places}
        pending = [other for hull in hulls for other in opened.suggestions_at(*hull) if other not in taken]
        return edits.accept(
            taken,
            near,
            annotator=self._annotator,
            refused={one.key for one in rejected},
            pending=pending,
            nameless=nameless_ends(self._session.required().schema),
            acceptance=acceptance,
            relations=[relation for span in near for relation in opened.relations.of_head(span.id)],
        )

    def _from(self, head: Span) -> Iterable[Relation]:
        opened = self._opened
        if head.document == opened.document.id:
            return opened.relations.of_head(head.id)
        return (r for r in self._session.required().read.relations_of([head.id]) if r.head == head.id)

    @property
    def _opened(self) -> Opened:
        return self._session.required_opened()

    @property
    def _annotator(self) -> str:
        return self._session.required().annotator

    def _form(
        self, opened: Opened, row: Span | Suggestion | None, layer: str, parts: tuple[Part, ...]
    ) -> Mapping[str, Any]:
        """Return the attribute "form" for new boundaries, which says whether a name is only part of a word.

        It is empty if the tokens are provisional or the schema has no such form.
        """
        form = self._session.required().timeline.schema.attribute(layer, FORM)
        if opened.tokens.provisional or form is None or PART not in {value.id for value in form.values}:
            return {}
        before = (row.attributes, row.parts) if row is not None else ({}, ())
        was, now = [word_around(opened.tokens, each) is not None for each in (before[1], parts)]
        return {FORM: form_after(before[0], was_inside=was, is_inside=now)}

    def _new_span(self, parts: tuple[Part, ...], layer: str, label: str) -> Span:
        opened = self._opened
        form = self._form(opened, None, layer, parts)
        return Span(
            id=new_id(),
            document=opened.document.id,
            layer=layer,
            label=label,
            parts=parts,
            attributes={name: value for name, value in form.items() if value is not None},
            annotator=self._annotator,
        )


def _in_order(opened: Opened, ids: Iterable[str]) -> list[Suggestion]:
    """Return the suggestions with these ids, in text order."""
    found = [suggestion for suggestion in map(opened.suggestion, set(ids)) if suggestion is not None]
    return sorted(found, key=lambda suggestion: (suggestion.start, suggestion.end, suggestion.id))


def _accepted_span(suggestion: Suggestion, changes: Iterable[Change], opened: Opened) -> Span:
    """Return the span that accepting a suggestion adds, or the equal span that is already there."""
    added = (change.after for change in changes if isinstance(change.after, Span) and change.before is None)
    there = opened.spans_at(suggestion.start, suggestion.end)
    return next(span for span in (*added, *there) if (span.layer, span.parts, span.label) == suggestion.key)
