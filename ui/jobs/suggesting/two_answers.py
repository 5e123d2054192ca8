"""Two answers for an article: a fast one as soon as it is opened, later a thorough one that replaces it."""

from time import monotonic
from typing import TYPE_CHECKING

from annotator.editing.edits import Edit
from annotator.model.values import Document, DocumentState, State
from ui.bridge.session import Session

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.suggest.prepared import Prepared
    from annotator.suggest.sources.source import SourceInfo

_MEASURED = 100  # words: shorter articles do not tell the reading speed
_INSTANT = 0.001  # seconds: the shortest time to divide by
_LONG = 20_000  # characters: a thorough reading takes longer than an annotator waits for an article to open


class TwoAnswers:
    """The articles that wait for their thorough answer, and the speed of thorough reading."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: dict[str, None] = {}
        self._reading = ""  # the document that is being read thoroughly, or ""
        self._is_again = False
        self._length = 0  # of its text, in characters
        self.pace: int | None = None  # words read thoroughly per second; None before any was measured
        self._started = 0.0
        self._unwanted = ""  # a document that was finished while it was read thoroughly, or ""

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def __contains__(self, document: str) -> bool:
        return document in self._waiting

    def clear(self) -> None:
        """Forget all articles that wait."""
        self._waiting.clear()
        self._reading = self._unwanted = ""

    def drop(self, document: str) -> None:
        """Remove an article from the waiting ones."""
        self._waiting.pop(document, None)

    def pop(self) -> str | None:
        """Return the next article to read thoroughly, the open one first, or None; `sources` removes it later."""
        opened = self._session.opened
        if opened is not None and opened.document.id in self._waiting:
            return opened.document.id
        return next(iter(self._waiting), None)

    def sources(
        self, project: "Project", document: Document, sources: "tuple[SourceInfo, ...]"
    ) -> "tuple[SourceInfo, ...]":
        """Return the sources, set to the speed of an article's next answer, and note that the answer is requested.

        Only an article without an answer from these sources gets a fast one: an earlier answer is better than a fast
        one.
        """
        from annotator.suggest.sources.source import Speed, at_speed

        slow = [info for info in sources if info.thorough and info.reads(document.language)]
        self._unwanted = ""
        self._is_again = any(project.read.asking.was_asked(document.id, info.name, info.version) for info in slow)
        if slow and not self._is_again and document.id not in self._waiting and self._is_empty(document, slow):
            self._reading = ""
            return at_speed(sources, Speed.FAST)
        is_read_before = self._is_again and document.id not in self._waiting
        self._waiting.pop(document.id, None)
        self._reading = document.id if slow else ""
        self._length = len(document.text)
        self._started = 0.0 if is_read_before else monotonic()
        return sources

    def _is_empty(self, document: Document, slow: "list[SourceInfo]") -> bool:
        opened = self._session.opened
        if opened is None or opened.document.id != document.id:
            return False
        names = {info.name for info in slow}
        return not any(suggestion.source in names for suggestion in opened.suggestions)

    def take(self, prepared: "Prepared", sources: "tuple[SourceInfo, ...]") -> bool:
        """Return whether to store an answer that came. After a fast answer, queue the article for the thorough one."""
        document, words = prepared.document, len(prepared.tokens)
        if self._reading and self._started and words >= _MEASURED:
            self.pace = max(self.pace or 0, round(words / max(monotonic() - self._started, _INSTANT)))
        self._reading = ""
        if document == self._unwanted:
            return False
        opened = self._session.opened
        is_done = opened is not None and opened.document.id == document and _is_done(opened.state)
        if not is_done and any(info.encoder is not None and not info.thorough for info in sources):
            self._waiting[document] = None
        return True

    def interrupt(self, document: str) -> bool:
        """Return whether to cancel the current thorough reading so that ``document``, just opened, can be read soon.

        Only the reading of another, long article is cancelled; that article then waits for its thorough answer again.
        """
        if not self._reading or self._length <= _LONG or self._reading == document:
            return False
        self._waiting[self._reading] = None
        self._reading = ""
        return True

    def note(self, edit: Edit) -> None:
        """Drop the thorough answer for an article that this edit finishes: nobody will decide about its suggestions."""
        for change in edit.changes:
            if isinstance(change.after, DocumentState) and _is_done(change.after):
                document = change.after.document
                self._waiting.pop(document, None)
                if document == self._reading and self._is_again:
                    self._unwanted = document


def _is_done(state: DocumentState | None) -> bool:
    return state is not None and state.state is State.DONE
