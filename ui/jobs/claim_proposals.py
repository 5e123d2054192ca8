"""Proposed fields for claims made by hand, from the suggestion process; kept while the article is open."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.schema import SPEAKER
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, OriginKind, Span, Suggestion
from ui.base.later import Later
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import JobProcess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.editing.edits import Edit
    from annotator.suggest.sources.source import EncoderFolder, SourceInfo


class ClaimProposals(QObject):
    """Proposals for claims made by hand. A proposal is stored only when the annotator accepts it.

    ``fresh`` is the id of the newest claim, whose proposals can be accepted all at once.
    """

    arrived = Signal(str)  # id of a claim whose proposals have arrived or become fewer, or will not come

    def __init__(
        self, session: Session, suggesting: Suggesting, process: JobProcess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting
        self._process = process
        self._found: dict[str, Suggestion] = {}
        self._wanted: list[str] = []
        self._asked: dict[str, int] = {}  # requests without an answer yet, by claim
        self._later = Later(self._ask, self, session.settling)  # paint the claim first
        self.fresh: str | None = None
        session.project_closed.connect(self._on_closed)
        session.settled.connect(self._on_settled)

    @Slot(str)
    def ask(self, claim: str) -> None:
        """Request proposals for a claim that was just made."""
        self.fresh = claim
        self._wanted.append(claim)
        self._later.ask()

    def of(self, claim: Span) -> Suggestion | None:
        """Return the proposals for a claim, or None if there are none or the claim's words have changed since."""
        found = self._found.get(claim.id)
        return found if found is not None and found.parts == claim.parts else None

    def awaits(self, claim: Span) -> bool:
        """Return whether proposals for a claim were requested and the answer is still to come."""
        return claim.id in self._wanted or claim.id in self._asked

    def keep(self, claim: Span, left: Suggestion) -> None:
        """Keep only ``left`` of a claim's proposals: the annotator rejected the rest."""
        self._found[claim.id] = left
        self.arrived.emit(claim.id)

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        opened, rules = self._session.opened, self._rules()
        for id_ in dict.fromkeys(wanted):
            claim = opened.span(id_) if opened is not None else None
            by_hand = claim is not None and claim.layer == CLAIMS and claim.origin.kind is OriginKind.HUMAN
            if opened is None or rules is None or claim is None or not by_hand:
                self.arrived.emit(id_)  # nothing will come
                continue
            self._asked[id_] = self._asked.get(id_, 0) + 1
            self._start(opened, claim, rules)

    def _start(self, opened: Opened, claim: Span, rules: "SourceInfo") -> None:
        from annotator.suggest.requests import about_claim

        project = self._session.required()
        self._process.start(
            about_claim,
            opened.document,
            rules,
            _names(opened),
            claim.parts,
            project.schema.label(ATTRIBUTION, SPEAKER) is not None,
            self._encoder(opened.document.language),
            done=partial(self._on_found, claim.id, project.path),
            failed=partial(self._on_failed, claim.id, project.path),
        )

    def _rules(self) -> "SourceInfo | None":
        """Return the rules for claims if they are on in this project."""
        from annotator.suggest.sources.source import SourceKind

        if not self._session.writable or self._process.off:
            return None
        return next((info for info in self._suggesting.asked if info.kind is SourceKind.RULES), None)

    def _encoder(self, language: str) -> "EncoderFolder | None":
        """Return the encoder with which articles in a language are read, if any."""
        read = (info for info in self._suggesting.asked if info.thorough and info.reads(language))
        return next((info.encoder for info in read), None)

    def _on_found(self, claim: str, project: object, found: Suggestion | None) -> None:
        here = self._session.project
        if here is None or here.path != project:
            return
        left = self._asked.pop(claim, 1) - 1
        if left > 0:
            self._asked[claim] = left
        if found is not None:
            self._found[claim] = found
        self.arrived.emit(claim)

    def _on_failed(self, claim: str, project: object, _error: object) -> None:
        """Go on without proposals: errors of the rules are reported elsewhere."""
        self._on_found(claim, project, None)

    @Slot(object)
    def _on_settled(self, edits: "Sequence[Edit]") -> None:
        """Request proposals again for claims whose boundaries changed."""
        rows = [change.after for edit in edits for change in edit.changes if isinstance(change.after, Span)]
        moved = [row.id for row in rows if row.id in self._found and row.parts != self._found[row.id].parts]
        if moved:
            self._wanted += moved
            self._later.ask()

    @Slot()
    def _on_closed(self) -> None:
        self._found.clear()
        self._wanted.clear()
        self._asked.clear()
        self.fresh = None


def _names(opened: Opened) -> tuple[tuple[int, int, str], ...]:
    """Return an article's names as (start, end, label): labelled ones, then suggested ones with other boundaries."""
    labelled = [span for span in opened.spans if span.layer == ENTITIES]
    known = {(span.start, span.end) for span in labelled}
    rows: list[Span | Suggestion] = [*labelled]
    rows += [row for row in opened.suggestions if row.layer == ENTITIES and (row.start, row.end) not in known]
    return tuple((row.start, row.end, row.label) for row in rows)
