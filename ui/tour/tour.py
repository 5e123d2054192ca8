"""The tour: notices what the user does in the tour's article, and shows the next step on a card."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from annotator.corpus.tour_article import LANGUAGES, TourPlace, TourText, tour_text
from annotator.model.values import Span, State, Suggestion
from ui.actions.keymap import sign
from ui.article.scroll import Anchor
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.tour.steps import FIXED, IN_TEXT, STEPS, Key, StepWords, TourStep, is_reached, words_of
from ui.tour.tour_card import EDGE, Outline, TourCard

_BELOW = 72  # pixels: at most so far below the upper edge go words that the card would cover


class TourParts(NamedTuple):
    """The parts of the window that the tour uses."""

    session: Session
    view: ArticleView
    aim: Aim
    shortcuts: Callable[[str], tuple[str, ...]]
    exported: SignalInstance


class Tour(QObject):
    """Guides the user through the steps in the tour's article; it does nothing in other projects."""

    ended = Signal()  # the user ended it, or the last step is done
    back_wanted = Signal()

    def __init__(self, stage: TourParts, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._text: TourText | None = None
        self._document = ""
        self._at = 0  # number of the current step, from 0
        self.back = ""  # name of the project that was open before, "" if none
        self.card = TourCard(stage.view)
        self._outline = Outline(stage.view.viewport())
        self.card.place_wanted.connect(self.show_words)
        self.card.pass_wanted.connect(self._go_on)
        self.card.skip_wanted.connect(self.end)
        self.card.back_wanted.connect(self._go_back)
        self.card.left.connect(stage.view.setFocus)
        session = stage.session
        for happened in (session.settled, session.document_opened, session.suggestions_changed):
            happened.connect(self._look)
        for moved in (stage.view.shown_changed, stage.view.verticalScrollBar().valueChanged, session.painted):
            moved.connect(self._place)
        session.project_closing.connect(self._stop)
        stage.exported.connect(self._on_exported)
        stage.view.viewport().installEventFilter(self)

    @property
    def running(self) -> bool:
        """Whether the card shows a step or the end of the tour."""
        return self._text is not None

    def begin(self) -> bool:
        """Begin with the first step that is not done yet. Return False if the open project lacks the tour's article."""
        project = self._stage.session.project
        texts = [tour_text(language) for language in LANGUAGES]
        found = project.read.documents_with_text([text.sha256 for text in texts]) if project is not None else {}
        text = next((text for text in texts if text.sha256 in found), None)
        if text is None:
            return False
        self._text, self._document, self._at = text, found[text.sha256], 0
        opened = self._stage.session.opened
        if opened is None or opened.document.id != self._document:
            self._stage.session.open_document(self._document)
        self._show()
        self._look()
        self._stage.view.setFocus()
        return True

    @Slot()
    def end(self) -> None:
        """End the tour."""
        had_keyboard = self.card.isAncestorOf(QApplication.focusWidget() or self._stage.view)
        self._stop()
        if had_keyboard:
            self._stage.view.setFocus()
        self.ended.emit()

    @Slot()
    def show_words(self) -> None:
        """Scroll to the words of the current step, and activate the suggestion or else the label there."""
        place, session = self._words(), self._stage.session
        if place is None:
            return
        if session.opened is None or session.opened.document.id != self._document:
            session.open_document(self._document)
        opened, view = session.opened, self._stage.view
        if opened is None or opened.document.id != self._document:
            return  # a long edit runs; the session has told the user
        view.select(place.start, place.start)  # an empty selection, so that the user selects whole words from here on
        view.scrolling.ensure_visible(place.start, place.end)
        labelled = [span for span in opened.spans_at(place.start, place.end) if span.layer == place.layer]
        waiting = opened.suggestions_at(place.start, place.end) if STEPS[self._at] is not TourStep.CARD else ()
        there: Sequence[Span | Suggestion] = (*waiting, *labelled)
        self._stage.aim.activate(there[0].id if there else None)
        if self._is_covered():
            room = self.card.geometry().top() - self._rect().height() - EDGE
            view.scrolling.restore(Anchor(place.start, max(0, min(_BELOW, room))))
            view.viewport().update()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    # Inside

    @Slot()
    def _look(self) -> None:
        """Show the next step if the current one is done."""
        while self._text is not None and self._at < len(STEPS) and self._is_done(STEPS[self._at]):
            self._at += 1
            self._show()
        self._place()

    def _is_done(self, step: TourStep) -> bool:
        place, session = self._words(), self._stage.session
        if place is not None:
            opened = session.opened
            return opened is not None and opened.document.id == self._document and is_reached(step, place, opened)
        if step is TourStep.DONE:
            project = session.required()
            lines = project.read.lines([self._document], project.annotator)
            return bool(lines) and lines[0].state is State.DONE
        return False

    @Slot()
    def _on_exported(self) -> None:
        if self._text is not None and self._at < len(STEPS) and STEPS[self._at] is TourStep.EXPORT:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._at += 2 if STEPS[self._at] is TourStep.CLAIM else 1  # without a claim there is no card
        self._show()
        self._look()

    @Slot()
    def _go_back(self) -> None:
        self.end()
        self.back_wanted.emit()

    def _show(self) -> None:
        if self._text is None:
            return
        if self._at >= len(STEPS):
            self.card.show_end(self._last_words(), len(STEPS), self.back)
            self.ended.emit()  # the card stays, to be read
        else:
            place = self._words()
            quote = self._text.text[place.start : place.end] if place is not None else ""
            words = words_of(STEPS[self._at], quote)
            self.card.show_step(
                words, [(self._sign(key), key.words) for key in words.keys], self._at, len(STEPS), place is not None
            )
        self._place()
        opened = self._stage.session.opened
        if opened is not None and opened.document.id == self._document:
            self.show_words()

    def _sign(self, key: Key) -> str:
        """Return the text of an action's key; "" if the user has removed the action's shortcut."""
        shortcuts = (key.action,) if key.action in FIXED else self._stage.shortcuts(key.action)
        return next(map(sign, shortcuts), "")

    def _last_words(self) -> StepWords:
        return StepWords(
            self.tr("That is all you need"),
            self.tr(
                "Your own articles: File → New Project, then drop files on the window. F1 shows every key; Help → Take"
                " the Tour starts this again."
            ),
        )

    def _words(self) -> TourPlace | None:
        """Return where the words of the current step are; None if the step is not about words of the article."""
        if self._text is None or self._at >= len(IN_TEXT):
            return None
        step = IN_TEXT[self._at]
        return self._text.places[TourStep.CLAIM if step is TourStep.CARD else step]

    def _lines(self) -> list[QRect]:
        """Return a viewport rectangle for each line of the step's words; [] if another article is shown.

        The steps after the claim's are not about words, but should leave the claim in sight.
        """
        view = self._stage.view
        if self._text is None or view.document_id() != self._document:
            return []
        place = self._words() or self._text.places[TourStep.CLAIM]
        layout = view.page.layout
        boxes = layout.boxes(place.start, place.end)
        return [box.translated(layout.measures.left, -view.scrolling.top).toAlignedRect() for box in boxes]

    def _rect(self) -> QRect:
        found = QRect()
        for line in self._lines():
            found = found.united(line)
        return found

    def _is_covered(self) -> bool:
        self._place()
        return self.card.geometry().adjusted(-EDGE // 2, 0, 0, 0).intersects(self._rect())

    @Slot()
    def _place(self) -> None:
        if self._text is not None:
            self._outline.surround(self._lines() if self._words() is not None else [])
            self.card.put(self._stage.view.viewport().geometry(), self._rect())

    @Slot()
    def _stop(self) -> None:
        self._text = None
        self.card.hide()
        self._outline.hide()
