"""Plays gold labels through the real window: real keys and clicks, chosen as a quick and honest reader would.

Articles are played in reading order. Errors are corrected in place, each in the cheapest of the real ways. Right
suggestions on the way are accepted by Return, or by A if it accepts several and no wrong one: it takes only those that
are sure. The remaining visible ones are accepted only when no visible one is wrong: by A, which leaves the unsure ones
to Return, or, after a look at each, by Shift+Return if many are unsure. That costs two keys more when the article is
finished, because labels accepted at a glance are listed first. Moving the hand to the mouse counts there and back.
"""

import sys
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.values import ENTITIES, Part, Span, Suggestion
from annotator.text.unlabelled_names import names
from tests.benchmarks._effort import BUTTON, HOME, KEY, POINT, Case, Effort, Kind, Name, cases
from ui.commands.moving.go_on import LOOK
from ui.shell.main_window import MainWindow

_MOST_KEYS = 12  # with more, the mouse is quicker
_MOST_UNSURE = 3  # accepted one by one; with more, Shift+Return and a second press at the end take fewer keys


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way to reach words without a label: the keys to press, the words that are then selected, and the cost."""

    seconds: float
    action: str = ""
    times: int = 0
    letters: str = ""
    words: Part = (0, 0)
    passed: int = 0  # stops that were not names


class Player:
    """A reader at the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.effort = Effort()
        self.wanted: frozenset[Name] = frozenset()

    def article(self, gold: Collection[Name]) -> None:
        """Correct the open article to the gold and finish it."""
        QTest.qWait(LOOK + 1)  # a reader looks longer than that
        self.wanted = wanted = frozenset(gold)
        document = self.window.session.required_opened().document.id
        while True:
            self._bring_to(wanted)
            self._wait()
            if not self.window.going_on.hints(lambda _action: "A"):
                self._press("suggestion.go_on")  # nothing is left: the first press only announces it
                self._wait()
            if not self._pending():
                break
        self._press("suggestion.go_on")
        self._wait()
        opened = self.window.session.required_opened()
        if opened.document.id == document and opened.state is None:  # the article's open questions are listed
            self._press("article.done")

    def _bring_to(self, wanted: frozenset[Name]) -> None:
        for _ in range(1000):
            wrong = next((case for case in self._cases(wanted) if case.kind is not Kind.RIGHT), None)
            if wrong is None:
                break
            self._mend(wrong)
        else:
            sys.exit("the article is not getting right")
        self._accept_rest()
        found = self._spans()
        if found != wanted:
            sys.exit(f"not the gold: {sorted(found ^ wanted)}")

    def _wait(self) -> None:
        """Wait for the effects of a decision, which a person takes longer to notice anyway."""
        suggesting, opened = self.window.desk.suggesting, self.window.session.required_opened()
        while suggesting.is_asking_about(opened.document.id):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _cases(self, wanted: frozenset[Name]) -> list[Case]:
        have = self._spans()
        if have - wanted:
            sys.exit(f"wrong labels stand: {sorted(have - wanted)}")
        return cases(wanted - have, [_name(row) for row in self._pending()])

    # The ways

    def _mend(self, case: Case) -> None:
        self.effort.decisions += 1
        if case.kind is Kind.MISSED and case.name is not None:
            self._add(case.name)
            return
        suggestion = next(row for row in self._pending() if _name(row) == case.suggested)
        if not self.window.view.span_rects(suggestion.id) and self._all_right_in_sight():
            self._accept_in_sight()
        elif self._saves_keys(suggestion):
            self.effort.decisions += len(self.window.review.sure())
            self._press("suggestion.go_on")
        self._go_to(suggestion)
        if case.kind is Kind.LABEL and case.name is not None:
            self._press(f"label.entities.{case.name[2]}")
        elif case.kind is Kind.SPURIOUS or case.name is None:
            self._press("suggestion.reject")
        else:
            self._set_place(case.name)

    def _saves_keys(self, wrong: Suggestion) -> bool:
        """Return whether A accepts several sure ones on the way to a wrong one, and no other wrong one."""
        sure = self.window.review.sure()
        on_the_way = [row for row in sure if self._place() <= row.start < wrong.start]
        return len(on_the_way) > 1 and all(_name(row) in self.wanted for row in sure)

    def _set_place(self, name: Name) -> None:
        """Move the ends of a suggestion to the right places.

        If that takes too many keys, reject the suggestion; the name then counts as missed.
        """
        ends = self._end_steps(self._row().end, name[1])
        starts = self._start_steps(self._row().start, name[0])
        if ends is None or starts is None or 2 * abs(ends) + 3 * abs(starts) > _MOST_KEYS:
            self._press("suggestion.reject")  # the name now counts as missed
            self.effort.decisions -= 1
            return
        self._move_ends(name)
        if self._row().label != name[2]:
            self._press(f"label.entities.{name[2]}")

    def _move_ends(self, name: Name) -> None:
        """Move key by key, checking each time; places inside tokens are reached by characters."""
        for _ in range(60):
            row = self._row()
            if row.end < name[1]:
                by_token = self._end_steps(row.end, name[1]) is not None
                self._press("span.end_right" if by_token else "span.end_longer")
            elif row.start > name[0]:
                by_token = self._start_steps(row.start, name[0]) is not None
                self._press("span.start_left" if by_token else "span.start_longer")
            elif row.end > name[1]:
                by_token = self._end_steps(row.end, name[1]) is not None
                self._press("span.end_left" if by_token else "span.end_shorter")
            elif row.start < name[0]:
                by_token = self._start_steps(row.start, name[0]) is not None
                self._press("span.start_right" if by_token else "span.start_shorter")
            else:
                return
        sys.exit(f"the ends cannot be moved to {name}")

    def _add(self, name: Name) -> None:
        way = min(self._ways(name), key=lambda way: way.seconds)
        self.effort.decisions += way.passed
        if way.action:
            for _ in range(way.times):
                self._press(way.action)
            for letter in way.letters:
                self._type(letter)
        else:
            self._point_at(name)
        self._press(f"label.entities.{name[2]}")
        self._move_ends(name)

    def _ways(self, name: Name) -> list[Way]:
        mouse = KEY + 2 * HOME
        mouse += POINT + 4 * BUTTON if self._token(name[0]) == name[:2] else 2 * (POINT + BUTTON)
        ways = [Way(seconds=mouse, words=name[:2])]
        start, end = self.window.view.selection()
        found = self._unlabelled()
        after = [part for part in found if part[0] >= end]
        before = [part for part in reversed(found) if part[1] <= start]
        for action, parts, price in (("go.next_name", after, KEY), ("go.previous_name", before, 2 * KEY)):
            place = next((at for at, part in enumerate(parts) if part[0] < name[1] and name[0] < part[1]), None)
            if place is None:
                continue
            starts = self._start_steps(parts[place][0], name[0])
            ends = self._end_steps(parts[place][1], name[1])
            if starts is not None and ends is not None:
                seconds = price * (place + 1) + KEY * (1 + 3 * abs(starts) + 2 * abs(ends))
                times = place + 1
                ways.append(Way(seconds=seconds, action=action, times=times, words=parts[place], passed=place))
        return ways + self._jumps(name)

    def _jumps(self, name: Name) -> list[Way]:
        """Return the ways of typing the start of a word: the name's first or last."""
        ways = []
        for token in {self._token(name[0]), self._token(name[1] - 1)}:
            starts = self._start_steps(token[0], name[0]) if token else None
            ends = self._end_steps(token[1], name[1]) if token else None
            if token is None or starts is None or ends is None:
                continue
            for count in range(1, 8):
                letters = self._text()[token[0] : token[0] + count].lower()
                found = self.window.word_jump.words(letters, self.window.view.caret())
                if not letters.isalpha() or len(letters) < count or token not in found:
                    break
                tabs = found.index(token)
                seconds = KEY * (2 + count + tabs + 3 * abs(starts) + 2 * abs(ends))
                ways.append(Way(seconds=seconds, action="go.word", times=1, letters=letters + "\t" * tabs, words=token))
        return ways

    def _go_to(self, suggestion: Suggestion) -> None:
        """Put the ring around a suggestion: by keys, or by a click if that is quicker."""
        for pressed in range(200):
            row = self._row_or_none()
            if row is not None and row.id == suggestion.id:
                return
            ring = row if isinstance(row, Suggestion) else None
            if pressed == 0 and self._steps_to(suggestion) > _MOST_KEYS:
                self._click(suggestion)
            elif ring is not None and ring.start < suggestion.start and _name(ring) in self.wanted:
                self._press("suggestion.accept")
            elif self._place() <= suggestion.start:
                self._press("suggestion.next")
            else:
                self._press("suggestion.previous")
        sys.exit("the suggestion cannot be reached")

    def _steps_to(self, suggestion: Suggestion) -> int:
        pending = [row.id for row in self._pending()]
        place = self._place()
        here = next((at for at, row in enumerate(self._pending()) if row.start >= place), len(pending))
        there = pending.index(suggestion.id)
        return there - here + 1 if there >= here else 2 * (here - there)

    def _accept_rest(self) -> None:
        for _ in range(200):
            pending = self._pending()
            if not pending:
                return
            row = self._row_or_none()
            if len(pending) == 1 and row is not None and row.id == pending[0].id:
                self._press("suggestion.accept")
            elif self._in_sight():
                self._accept_in_sight()
            else:
                self._press("suggestion.next")
        sys.exit(f"not to be accepted: {self._pending()}")

    def _accept_in_sight(self) -> None:
        seen = self._in_sight()
        sure = {row.id for row in self.window.review.sure()}
        unsure = [row for row in seen if row.id not in sure]
        if len(unsure) > _MOST_UNSURE:
            self.effort.decisions += len(seen)
            self._press("suggestion.accept_visible")
            return
        self.effort.decisions += len(seen) - len(unsure)
        row = self._row_or_none()
        if sure or row is None or row.id != unsure[0].id:
            self._press("suggestion.go_on")  # the ring goes to the first that is left, then from each to the next
        for _ in unsure:
            self._press("suggestion.accept")

    # What can be seen

    def _all_right_in_sight(self) -> bool:
        seen = self._in_sight()
        return bool(seen) and all(_name(row) in self.wanted for row in seen)

    def _in_sight(self) -> list[Suggestion]:
        """Return the suggestions that are entirely visible."""
        return self.window.review.seen()

    def _text(self) -> str:
        return self.window.session.required_opened().document.text

    def _pending(self) -> list[Suggestion]:
        return list(self.window.session.required_opened().suggestions)

    def _spans(self) -> frozenset[Name]:
        return frozenset(_name(row) for row in self.window.session.required_opened().spans if row.layer == ENTITIES)

    def _row_or_none(self) -> Span | Suggestion | None:
        return self.window.aim.row()

    def _row(self) -> Span | Suggestion:
        row = self._row_or_none()
        if row is None:
            sys.exit("nothing has the ring")
        return row

    def _place(self) -> int:
        row = self._row_or_none()
        return row.start if row is not None else self.window.view.caret()

    def _token(self, offset: int) -> Part | None:
        return self.window.session.required_opened().tokens.at(offset)

    def _unlabelled(self) -> list[Part]:
        """Return the places to which the key "next unlabelled name" leads, in order."""
        opened = self.window.session.required_opened()
        found: list[Part] = []
        rows: list[Span | Suggestion] = [*opened.spans, *opened.suggestions]
        taken = [part for row in rows if row.layer == ENTITIES for part in row.parts]
        known = {span.quote(opened.document.text) for span in opened.spans}
        for block in self.window.view.page.words.blocks:
            found += names(
                opened.document.text,
                block.start,
                block.end,
                language=opened.document.language,
                known=known,
                taken=[*taken, *opened.document.excluded],
            )
        return found

    def _end_steps(self, place: int, wanted: int) -> int | None:
        tokens, steps = self.window.session.required_opened().tokens, 0
        while place != wanted and abs(steps) < _MOST_KEYS:
            further = place < wanted
            moved = tokens.next_end(place) if further else tokens.previous_end(place)
            if moved is None or (moved != wanted and (moved > wanted) is further):
                return None
            place, steps = moved, steps + (1 if further else -1)
        return steps if place == wanted else None

    def _start_steps(self, place: int, wanted: int) -> int | None:
        tokens, steps = self.window.session.required_opened().tokens, 0
        while place != wanted and abs(steps) < _MOST_KEYS:
            further = place < wanted
            moved = tokens.next_start(place) if further else tokens.previous_start(place)
            if moved is None:
                return None
            if moved != wanted and (moved > wanted) is further:
                return None
            place, steps = moved, steps + (1 if further else -1)
        return steps if place == wanted else None

    # What the hand does

    def _press(self, id_: str) -> None:
        """Press the keys of an action; modifiers count."""
        action: QAction = self.window.actions_by_id[id_]
        keys = action.shortcut()[0]  # type: ignore[index]  # missing from the stubs
        if id_ == "suggestion.accept":
            self.effort.decisions += isinstance(self._row_or_none(), Suggestion)
        self.effort.used[id_] += 1
        self.effort.key(1 + bin(keys.keyboardModifiers().value).count("1"))
        QTest.keyClick(self.window.view, keys.key(), keys.keyboardModifiers())
        QApplication.processEvents()

    def _type(self, letter: str) -> None:
        self.effort.used["letter"] += 1
        self.effort.key()
        if letter.isascii():
            QTest.keyClick(self.window.view, Qt.Key.Key_Tab if letter == "\t" else Qt.Key(ord(letter.upper())))
        else:  # QTest knows no other keys
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.window.view, key)
        QApplication.processEvents()

    def _point_at(self, name: Name) -> None:
        """Select words by a double click, or by a drag from the first to the last."""
        self.effort.homes += 2
        view, left = self.window.view.viewport(), Qt.MouseButton.LeftButton
        self.window.view.scrolling.ensure_visible(*name[:2])
        QApplication.processEvents()
        first, last = self._point(name[0]), self._point(name[1] - 1)
        if self._token(name[0]) == name[:2]:
            self.effort.click(2)
            self.effort.used["double click"] += 1
            QTest.mouseClick(view, left, pos=first)
            QTest.mouseDClick(view, left, pos=first)
        elif self.window.session.required_opened().tokens.snap(*name[:2]) != name[:2]:
            self._drag_exactly(name)
        else:
            self.effort.drag()
            self.effort.used["drag"] += 1
            QTest.mousePress(view, left, pos=first)
            QTest.mouseMove(view, last)
            QTest.mouseRelease(view, left, pos=last)
        QApplication.processEvents()

    def _drag_exactly(self, name: Name) -> None:
        """Drag with Alt pressed: the ends may lie inside words."""
        self.effort.drag()
        self.effort.key()
        self.effort.used["drag with Alt"] += 1
        view, left, alt = self.window.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
        first, last = self._point(name[0], at_end=False), self._point(name[1] - 1, at_end=True)
        QTest.mousePress(view, left, pos=first)
        for kind, held in ((QEvent.Type.MouseMove, left), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
            button = left if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
            place = QPointF(last)
            QApplication.sendEvent(view, QMouseEvent(kind, place, QPointF(view.mapToGlobal(last)), button, held, alt))

    def _click(self, row: Suggestion) -> None:
        self.effort.homes += 2
        self.effort.click()
        self.effort.used["click"] += 1
        self.window.view.scrolling.ensure_visible(row.start, row.end)
        QTest.mouseClick(self.window.view.viewport(), Qt.MouseButton.LeftButton, pos=self._point(row.start))
        QApplication.processEvents()

    def _point(self, offset: int, *, at_end: bool | None = None) -> QPoint:
        """Return the middle of a character, or one of its edges."""
        view = self.window.view
        box = view.page.layout.boxes(offset, offset + 1)[0]
        layout = view.page.layout
        x = box.center().x() if at_end is None else box.right() if at_end else box.left()
        return QPoint(round(x) + layout.measures.left, int(box.center().y()) - view.scrolling.top)


def _name(row: Span | Suggestion) -> Name:
    return row.start, row.end, row.label
