"""Edits of a project in an annotator's name, by the same rules as in the window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from annotator.editing import edits, hand_labels
from annotator.editing.accepted_spans import with_attributes
from annotator.editing.edits import Change, EditKind
from annotator.editing.proposed_relations import CLAIMANT
from annotator.model.compounds import FORM, PART, form_after, word_around
from annotator.model.schema import ROLE, may_join, nameless_ends
from annotator.model.values import (
    CLAIMS,
    ENTITIES,
    Acceptance,
    Annotated,
    OriginKind,
    Part,
    State,
    SuggestionState,
    new_id,
)
from annotator.model.values import Span as SpanRow
from annotator.model.values import Suggestion as SuggestionRow
from annotator.project.project import Project
from annotator.suggest.adapter.layers import CLAIM
from annotator.system.errors import AnnotatorError, RowConflict, SchemaError, StoreError
from spanwright.arguments import given_fields, given_id, given_offset, given_text
from spanwright.made import claim_of, span_of
from spanwright.records import Claim, Span, choice


class Edit:
    """Edits of a project; made by `Project.edit`.

    Only the labels of the annotator named there can be changed. Each method call is one edit in the log; `claim` with a
    claimant is two. If a method raises an `Error`, nothing of its edit is stored, and the block may go on.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ended = False
        self._failed = False

    def label(
        self,
        article: str,
        start: int,
        end: int,
        label: str,
        *,
        layer: str = ENTITIES,
        attributes: Mapping[str, Any] | None = None,
    ) -> Span:
        """Label words; pending suggestions for these words are settled, as in the window.

        If a name on exactly these words has another label, it is relabelled.

        Args:
            article: Its id, or its title.
            start: The first code point.
            end: The code point after the last.
            label: A label of the schema.
            layer: Its layer; ``entities`` are names.
            attributes: Fields of the label, by the schema's names.

        Returns:
            The label as it is stored.

        Raises:
            Error: The schema lacks label, layer or value; the words are outside the text, cross a paragraph break, or
                have that label already.
        """
        start, end = given_offset(start, "start"), given_offset(end, "end")
        layer, label = given_text(layer, "layer"), given_text(label, "label")
        self._project_now.schema.require_label(layer, label)
        fields = self._fields(layer, attributes, ())
        found = self._annotated(article)
        text = found.document.text
        if 0 <= start < end <= len(text) and text[start:end].isspace():
            raise AnnotatorError("python.blank", start=start, end=end)
        if layer == ENTITIES and "\n" in text[start:end]:
            raise AnnotatorError("python.paragraph", start=start, end=end)
        parts = ((start, end),)
        form = self._form(found, layer, parts) if 0 <= start < end <= len(text) else {}
        row = SpanRow(
            id=new_id(),
            document=found.document.id,
            layer=layer,
            label=label,
            parts=parts,
            attributes=form,
            annotator=self._annotator,
        )
        return span_of(self._labelled(self._labelling(found, row), fields), text)

    def claim(
        self,
        article: str,
        start: int,
        end: int,
        *,
        label: str = CLAIM,
        attributes: Mapping[str, Any] | None = None,
        claimant: str | None = None,
    ) -> Claim:
        """Label words as a claim; see `label`. ``claimant`` is the id of the label that says who claims it."""
        made = self.label(article, start, end, label, layer=CLAIMS, attributes=attributes)
        if claimant is not None:
            self.relate(made.id, CLAIMANT, claimant)
        return self._claim(made.id)

    def change(
        self,
        span: str,
        *,
        attributes: Mapping[str, Any] | None = None,
        note: str | None = None,
        doubt: bool | None = None,
    ) -> Span:
        """Change fields, note or doubt of a label; a field set to None is removed."""
        row = self._span(span)
        fields = self._fields(row.layer, attributes, row.attributes) or None
        note = None if note is None else given_text(note, "note")
        if doubt is not None and not isinstance(doubt, bool):
            raise AnnotatorError("python.value", value=doubt, names="True, False")
        edit = edits.change(row, annotator=self._annotator, attributes=fields, note=note, doubt=doubt)
        if edit.changes[0].before != edit.changes[0].after:
            self._do(edit)
        return span_of(self._span(span), self._project_now.read.text(row.document))

    def relate(self, head: str, relation: str, tail: str, *, role: str | None = None) -> None:
        """Relate two labels, such as a claim and its claimant; replace the old relation if a label may have only one.

        Args:
            head: The id of the label that the relation starts from, usually a claim.
            relation: A type of relation of the schema.
            tail: The id of the label at its other end, possibly in another article.
            role: What the relation is for, such as ``supports``.

        Raises:
            Error: The schema lacks the relation or the role, or it cannot join these labels.
        """
        project = self._project_now
        kind = project.schema.require_relation(relation)
        start, end = self._span(head), self._span(tail)
        if not may_join(kind, (start.layer, start.label), (end.layer, end.label)):
            raise SchemaError(
                "python.relation",
                relation=relation,
                head=f"{start.layer}.{start.label}",
                tail=f"{end.layer}.{end.label}",
                heads=", ".join(kind.head),
                tails=", ".join(kind.tail),
            )
        roles = [value.id for value in kind.roles]
        if role is not None and role not in roles:
            raise SchemaError("python.role", relation=relation, role=role, roles=", ".join(roles))
        same = [r for r in project.read.relations_of([head]) if r.head == head and r.label == relation]
        twins = [r for r in same if r.tail == tail]
        if any(r.origin.kind is not OriginKind.SUGGESTION and r.attributes.get(ROLE) == role for r in twins):
            return
        gone = same if kind.single else twins
        self._do(edits.relate(start, relation, end, annotator=self._annotator, replacing=gone, role=role))

    def remove(self, *spans: str) -> None:
        """Remove labels, and the relations that begin or end at them."""
        rows = [self._span(each) for each in dict.fromkeys(given_id(span, "span") for span in spans)]
        if rows:
            relations = self._project_now.read.relations_of(row.id for row in rows)
            self._do(edits.remove(rows, relations, annotator=self._annotator))

    def accept(self, *suggestions: str, looked: bool = False) -> list[Span]:
        """Accept suggestions, with the relations that they propose; return the new labels.

        Args:
            suggestions: Their ids; all suggestions of one article are accepted in one edit.
            looked: Whether a person looked at each suggestion alone. It is recorded: only such acceptances count when
                sources are measured.
        """
        acceptance = Acceptance.LOOKED if looked else Acceptance.SIGHT
        made: list[Span] = []
        for document, rows in self._suggestions(suggestions).items():
            found = self._annotated(document)
            before = {span.id for span in found.spans}
            self._do(self._accepted(found, rows, acceptance))
            after = self._annotated(document)
            made += [span_of(span, after.document.text) for span in after.spans if span.id not in before]
        return made

    def reject(self, *suggestions: str) -> None:
        """Reject suggestions; no source proposes the same label for the same words again."""
        for rows in self._suggestions(suggestions).values():
            self._do(edits.reject(rows, annotator=self._annotator))

    def set_state(self, article: str, state: str, *, note: str = "") -> None:
        """Set an article to ``open``, ``done`` or ``skipped`` for the annotator."""
        found = self._annotated(article)
        before = next((each for each in found.states if each.annotator == self._annotator), None)
        wanted = choice(State, state)
        note = given_text(note, "note")
        edit = edits.set_state(before, found.document.id, wanted, annotator=self._annotator, note=note)
        if edit.changes[0].before != edit.changes[0].after:
            self._do(edit)

    def done(self, article: str) -> None:
        """Mark an article as done by the annotator."""
        self.set_state(article, str(State.DONE))

    def finish(self) -> None:
        """Raise if an edit failed, so that the block is not stored; `Project.edit` calls this at its end."""
        if self._failed:
            raise StoreError("python.failed", file=self._project.path.name)

    def end(self) -> None:
        """Refuse all further edits; `Project.edit` calls this."""
        self._ended = True

    @property
    def _project_now(self) -> Project:
        if self._ended:
            raise AnnotatorError("python.closed", file=self._project.path.name)
        return self._project

    @property
    def _annotator(self) -> str:
        return self._project.annotator

    def _do(self, edit: edits.Edit) -> edits.Edit:
        try:
            self._project_now.do(edit)
        except StoreError:  # the edit may be half done, and the whole block is one transaction
            self._failed = True
            raise
        return edit

    def _annotated(self, article: str) -> Annotated:
        read = self._project_now.read
        return read.annotated(read.find_document(given_id(article, "article")), self._annotator, suggestions=True)

    def _span(self, id_: str) -> SpanRow:
        project = self._project_now
        found = next(iter(project.read.spans_of([given_id(id_, "span")])), None)
        if found is None or found.annotator != self._annotator:
            raise StoreError("python.no_span", annotator=self._annotator, id=id_, file=project.path.name)
        return found

    def _fields(self, layer: str, attributes: object, known: Iterable[str]) -> dict[str, Any]:
        """Return the given fields; refuse those that neither the schema nor the label has."""
        fields = given_fields(attributes, "attributes")
        names = [each.id for each in self._project_now.schema.attributes if each.layer == layer]
        for name in fields.keys() - {*names, *known, "identity"}:
            raise SchemaError("python.field", name=name, layer=layer, names=", ".join(names))
        return fields

    def _claim(self, id_: str) -> Claim:
        project = self._project_now
        row = self._span(id_)
        found = project.read.annotated(row.document, self._annotator)
        return claim_of(row, project.read.claims.with_elsewhere(found))

    def _suggestions(self, ids: Iterable[str]) -> dict[str, list[SuggestionRow]]:
        """Return pending suggestions by article id, each list in text order."""
        project = self._project_now
        wanted = list(dict.fromkeys(given_id(each, "suggestion") for each in ids))
        found = {row.id: row for row in project.read.nearby.of(wanted).values() if row.state is SuggestionState.PENDING}
        by_document: dict[str, list[SuggestionRow]] = {}
        for id_ in wanted:
            if id_ not in found:
                raise StoreError("python.no_suggestion", id=id_, file=project.path.name)
            by_document.setdefault(found[id_].document, []).append(found[id_])
        return {name: sorted(rows, key=lambda row: (row.start, row.end, row.id)) for name, rows in by_document.items()}

    def _labelling(self, found: Annotated, row: SpanRow) -> edits.Edit:
        """Return the edit that labels words, made as `Labelling` and `Decisions` make it in the window."""
        same = [s for s in found.spans if s.layer == row.layer and s.parts == row.parts and row.layer != CLAIMS]
        if any(span.label == row.label for span in same):
            raise SchemaError("value.same")
        if same and row.layer == ENTITIES:
            return edits.relabel(same[0], row.layer, row.label, annotator=self._annotator)
        pending = [s for s in found.suggestions if s.layer == row.layer]
        exact = [s for s in pending if s.parts == row.parts]
        replaced = [] if row.layer == CLAIMS else hand_labels.overruled(pending, row.label, row.parts)
        meant = [*exact, *(other for other in replaced if other not in exact)]
        if meant:
            return self._correcting(found, meant[0], row, meant[max(1, len(exact)) :])
        near = hand_labels.nearest(pending, row.label, row.parts)
        if near is not None and hand_labels.is_meant(near, row.parts):
            return self._correcting(found, near, row, ())
        return edits.add(row)

    def _correcting(
        self, found: Annotated, meant: SuggestionRow, row: SpanRow, refused: Sequence[SuggestionRow]
    ) -> edits.Edit:
        if (row.label, row.parts) == (meant.label, meant.parts):
            edit = self._accepted(found, [meant])
        else:
            edit = edits.correct(
                meant, row.layer, row.label, row.parts, annotator=self._annotator, attributes=row.attributes
            )
        if row.layer == CLAIMS and edit.kind is EditKind.CORRECT:
            settled, *plain = edit.changes
            made = hand_labels.made_like(meant, row.label, row.parts, partial(self._accepted, found))
            edit = replace(edit, changes=(settled, *(made or plain)))
        gone: tuple[Change, ...] = edits.reject(refused, annotator=self._annotator).changes
        return replace(edit, changes=(*edit.changes, *gone))

    def _accepted(
        self, found: Annotated, taken: Sequence[SuggestionRow], acceptance: Acceptance = Acceptance.LOOKED
    ) -> edits.Edit:
        project = self._project_now
        rejected = project.read.suggestions(found.document.id, SuggestionState.REJECTED)
        ids = {row.id for row in taken}
        return edits.accept(
            taken,
            found.spans,
            annotator=self._annotator,
            refused={row.key for row in rejected},
            pending=[row for row in found.suggestions if row.id not in ids],
            nameless=nameless_ends(project.schema),
            acceptance=acceptance,
        )

    def _labelled(self, edit: edits.Edit, attributes: Mapping[str, Any]) -> SpanRow:
        """Carry out an edit that labels words, set these fields in the same edit, and return the label."""
        place = next(at for at, change in enumerate(edit.changes) if isinstance(change.after, SpanRow))
        made = edit.changes[place].after
        if not isinstance(made, SpanRow):
            raise RowConflict("store.conflict")
        if attributes:
            made = with_attributes(made, attributes)
        changes = list(edit.changes)
        changes[place] = replace(changes[place], after=made)
        self._do(replace(edit, changes=tuple(changes)))
        return made

    def _form(self, found: Annotated, layer: str, parts: tuple[Part, ...]) -> dict[str, Any]:
        """Return the `FORM` attribute for words inside a longer word, else an empty mapping."""
        project = self._project_now
        field = project.schema.attribute(layer, FORM)
        (start, end), text = parts[0], found.document.text
        joins = not (text[start - 1 : start] or " ").isspace() or not (text[end : end + 1] or " ").isspace()
        if field is None or PART not in {value.id for value in field.values} or not joins:
            return {}
        tokens = project.read.tokens(found.document.id)
        if tokens is None:
            from annotator.suggest.tokenizer import tokenise  # loads spaCy

            tokens = tokenise(text, found.document.language)
        form = form_after({}, was_inside=False, is_inside=word_around(tokens, parts) is not None)
        return {} if form is None else {FORM: form}
