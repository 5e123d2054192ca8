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

    arrived = Signal(str)  # id of a claim whose proposals have arrived or become fewer

    def __init__(
        self, session: Session, suggesting: Suggesting, process: JobProcess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting
        self._process = process
        self._found: dict[str, Suggestion] = {}
        self._wanted: list[str] = []
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

    def keep(self, claim: Span, left: Suggestion) -> None:
        """Keep only ``left`` of a claim's proposals: the annotator rejected the rest."""
        self._found[claim.id] = left
        self.arrived.emit(claim.id)

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        opened, rules = self._session.opened, self._rules()
        if opened is None or rules is None:
            return
        from annotator.suggest.requests import about_claim

        unnamed = self._session.required().schema.label(ATTRIBUTION, SPEAKER) is not None
        for id_ in dict.fromkeys(wanted):
            claim = opened.span(id_)
            if claim is not None and claim.layer == CLAIMS and claim.origin.kind is OriginKind.HUMAN:
                self._process.start(
                    about_claim,
                    opened.document,
                    rules,
                    _names(opened),
                    claim.parts,
                    unnamed,
                    self._encoder(opened.document.language),
                    done=partial(self._on_found, id_, self._session.required().path),
                    failed=_ignore_error,
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
        if found is not None and here is not None and here.path == project:
            self._found[claim] = found
            self.arrived.emit(claim)

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
        self.fresh = None


def _names(opened: Opened) -> tuple[tuple[int, int, str], ...]:
    """Return an article's names as (start, end, label): labelled ones, then suggested ones with other boundaries."""
    labelled = [span for span in opened.spans if span.layer == ENTITIES]
    known = {(span.start, span.end) for span in labelled}
    rows: list[Span | Suggestion] = [*labelled]
    rows += [row for row in opened.suggestions if row.layer == ENTITIES and (row.start, row.end) not in known]
    return tuple((row.start, row.end, row.label) for row in rows)


def _ignore_error(_error: object) -> None:
    """Do nothing: a claim needs no proposals, and errors of the rules are reported elsewhere."""
