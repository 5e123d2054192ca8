"""Slots of the actions for working together: review, comments, and looking at others' labels."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.model.values import Span
from ui.base.key_line import Hint
from ui.shell.openers.opener import Opener

if TYPE_CHECKING:
    from ui.adjudicating.looking import Looking


class TalkOpener(Opener):
    """Carries out the actions for working together."""

    def review(self) -> None:
        """Record that the current annotator has reviewed the open article, or revoke the review."""
        from annotator.editing import talking

        project, document = self._session.required(), self._session.required_opened().document.id
        before = project.read.talk.review(document, project.annotator)
        if self._session.do(talking.review(document, before, annotator=project.annotator)):
            self.told.emit(self.tr("Reviewed.") if before is None else self.tr("No longer reviewed by you."))

    def show_comments(self) -> None:
        """Open the window of the project's comments."""
        from ui.dialogs.team.comments_window import CommentsWindow

        self._windows.show_dialog(
            "commentsWindow", lambda: CommentsWindow(self._session, self._desk.files, self._window)
        )

    def comment(self) -> None:
        """Begin a comment on the selection or on the active label."""
        from ui.dialogs.team.comments_window import CommentPlace, CommentsWindow

        opened, row = self._session.required_opened(), self._aim.row()
        part = self._aim.selection() if self._aim.selected else (row.start, row.end) if row is not None else None
        if part is None:
            self.told.emit(self.tr("Select words or go to a label first."))
            return
        span = row.id if isinstance(row, Span) and not self._aim.selected else None
        self.show_comments()
        window = self._window.findChild(CommentsWindow)
        if window is not None:
            window.begin(CommentPlace(opened.document.id, part, opened.document.text[slice(*part)], span))

    def look(self) -> None:
        """Show others' labels in the article, or hide them again."""
        self.looking.turn()

    def hints(self, key_of: Callable[[str], str]) -> tuple[Hint, ...]:
        """Return the key hints while others' labels are shown, else none; ``key_of`` returns an action's key."""
        if "looking" not in self.__dict__ or not self.looking.is_on:
            return ()
        back = Hint(keys=(key_of("article.look"),), words=self.tr("back to the suggestions"))
        return Hint(keys=(), words=self.tr("Labels of others (view only)")), back

    @cached_property
    def looking(self) -> "Looking":
        """The object that shows others' labels, created at first use."""
        from ui.adjudicating.looking import Looking

        made = Looking(self._session, self._desk.files, self)
        made.told.connect(self.told)
        return made
