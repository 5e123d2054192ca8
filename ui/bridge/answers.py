"""Stores the suggestion process's results, if the document still has the text for which they were made."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.values import GOLD, SuggestionState
from annotator.system.errors import AnnotatorError
from annotator.text.tokens import Tokens
from ui.bridge.opened import Opened
from ui.bridge.placed_rows import PlacedRows

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.suggest.prepared import Suggested
    from ui.bridge.session import Session


class Answers:
    """Stores tokens and suggestions in the session's project, and updates the open document."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def take_tokens(self, document: str, sha256: str, tokens: Tokens, language: str) -> bool:
        """Store a document's tokens and language if they are new.

        Return False if they cannot be stored: for example, the document is gone or its text changed.
        """
        is_new = False

        def put(project: "Project") -> None:
            nonlocal is_new
            opened = self._opened(document)
            fresh = tokens != (opened.tokens if opened is not None else project.read.tokens(document))
            if fresh:
                project.put_tokens(document, tokens)
            known = opened is not None and opened.document.language == language
            changed = not known and project.put_language(document, language)
            is_new = fresh or changed
            if opened is not None and is_new:
                described = replace(opened.document, language=language) if changed else opened.document
                self._session.opened = replace(opened, tokens=tokens, document=described)

        if not self._take(document, sha256, put):
            return False
        if is_new:
            self._session.tokens_arrived.emit(document)
        return True

    def take_suggestions(self, document: str, sha256: str, found: "Iterable[Suggested]") -> bool:
        """Store what the sources suggest for a document.

        Return False if that cannot be stored: for example, the document is gone or its text changed.
        """
        changed = False

        def put(project: "Project") -> None:
            from annotator.project.project import SourceAnswer  # imports the store, so only after the first paint

            nonlocal changed
            answers = [SourceAnswer(each.source, each.suggestions, each.version) for each in found]
            changed = project.put_answers(document, answers)

        if not self._take(document, sha256, put):
            return False
        if changed:
            opened = self._opened(document)
            if opened is not None and self._session.intercept is None:  # other modes show other rows as suggestions
                self._session.opened = with_pending(self._session.required(), opened)
            self._session.suggestions_changed.emit(document)
        return True

    def _opened(self, document: str) -> Opened | None:
        opened = self._session.opened
        return opened if opened is not None and opened.document.id == document else None

    def _take(self, document: str, sha256: str, put: "Callable[[Project], None]") -> bool:
        project = self._session.project
        if project is None or project.read_only or not project.in_place:  # the file's fate is reported elsewhere
            return False
        try:
            opened = self._opened(document)
            known = opened.document if opened is not None else project.read.document(document)
            if known.sha256 != sha256:
                return False
            put(project)
        except AnnotatorError as error:
            if error.code != "store.no_document":
                self._session.failed.emit(error)
            return False
        return True


def with_pending(project: "Project", opened: Opened) -> Opened:
    """Return the open document with the suggestions that are pending now; return gold unchanged, as it has none."""
    if opened.annotator == GOLD:
        return opened
    pending = project.read.suggestions(opened.document.id, SuggestionState.PENDING)
    decided = project.read.decided.count_in(opened.document.id, opened.annotator)
    return replace(opened, suggestions=PlacedRows(pending), decided=decided)
