"""Accepts or rejects suggestions in many articles, in one step."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from annotator.editing.edits import Edit
from annotator.model.values import Suggestion
from annotator.suggest.filtering import SuggestionFilter
from ui.base.i18n import number
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.occurrences.foot import Foot

translate = QCoreApplication.translate


class SuggestionDecider:
    """Makes one step at a time and shows its progress on the foot; ``done`` gets the message, "" if nothing was left.

    A single suggestion has no message: the list shows that it is gone.
    """

    def __init__(self, session: Session, everywhere: Everywhere, foot: Foot, done: Callable[[str], None]) -> None:
        self._session = session
        self._everywhere = everywhere
        self._foot = foot
        self._done = done
        self._asker = Asker()  # the last request

    @property
    def busy(self) -> bool:
        """Return whether a step is running and can be cancelled."""
        return self._everywhere.makes(self._asker)

    @property
    def possible(self) -> bool:
        """Return whether a step can start."""
        return self._session.writable and not self._everywhere.busy

    def decide(self, wanted: Mapping[str, Collection[str]], *, accepted: bool) -> None:
        """Accept or reject suggestions: ids by document id."""
        if wanted and self.possible:
            self._begin(accepted=accepted, several=sum(map(len, wanted.values())) > 1)
            self._everywhere.settle(self._asker, wanted, accepted=accepted)

    def decide_all(self, matching: Mapping[str, int], wanted: SuggestionFilter, *, accepted: bool) -> None:
        """Accept or reject all suggestions that match a filter; ``matching`` counts them by document id."""
        if self.possible:
            self._begin(accepted=accepted, several=True)
            self._everywhere.settle_all(self._asker, matching, wanted, accepted=accepted)

    def stop(self) -> None:
        """Cancel the step; nothing is changed."""
        self._everywhere.give_up(self._asker)

    def _begin(self, *, accepted: bool, several: bool) -> None:
        done = partial(self._on_decided, accepted)
        self._asker = Asker(done=done, ended=self._foot.end, advanced=self._foot.advance)
        if several:
            self._foot.begin(translate("TriagePage", "Storing…"))

    def _on_decided(self, accepted: bool, edit: Edit | None) -> None:  # noqa: FBT001
        count = sum(isinstance(change.after, Suggestion) for change in edit.changes) if edit else 0
        if count == 1:
            return
        if edit is None:
            self._done("")
            return
        pattern = translate("TriagePage", "{count} suggestions accepted, {articles}.")
        if not accepted:
            pattern = translate("TriagePage", "{count} suggestions rejected, {articles}.")
        self._done(pattern.format(count=number(count), articles=articles_words(len(edit.document_ids))))
