"""Asks which person or organisation a mention means, and stores the answer."""

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from annotator.model.values import Span
from ui.bridge.session import Session
from ui.choosing.identity_picker import NEW, NOBODY, IdentityPicker
from ui.deciding import mention_identity


class IdentityQuestion(QObject):
    """A picker for one mention at a time."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._mention: Span | None = None
        self.picker = IdentityPicker(
            session.required().schema, lambda words: mention_identity.called(session, words), window
        )
        self.picker.chosen.connect(self._on_chosen)

    def ask(self, mention: Span, place: QRect) -> None:
        """Offer candidates for a mention."""
        self._mention = mention
        words = mention.quote(self._session.required_opened().document.text)
        others = mention_identity.in_article(self._session, mention.document)
        likely = mention_identity.proposed(self._session, mention, words)
        self.picker.offer(words, likely, others, mention_identity.meant(self._session, mention), place)

    @Slot(str)
    def _on_chosen(self, id_: str) -> None:
        opened, mention = self._session.opened, self._mention
        span = opened.span(mention.id) if opened is not None and mention is not None else None
        if span is None:
            return
        if id_ == NEW:
            mention_identity.decide_new(self._session, span, self.picker.name)
        elif id_ == NOBODY:
            mention_identity.decide(self._session, span, None)
        else:
            found = self._session.required().read.identities([id_])
            if found:
                mention_identity.decide(self._session, span, found[0])
