"""Counts the work of the hand, here and in the documented workflows of other tools.

Times are those of the keystroke-level model (Card, Moran & Newell, CACM 23(7), 1980; the button B after Kieras, 2001).
A modifier key (Shift, Ctrl, Alt) counts as a key. The other tools get every advantage: right suggestions that are shown
as annotations cost nothing, the hand never moves between mouse and keys, a double click selects any single word, no
label has to be chosen twice in a row, and scrolling is free.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

KEY, POINT, BUTTON, HOME, MIND = 0.2, 1.1, 0.1, 0.4, 1.35  # seconds
Name = tuple[int, int, str]  # start, end (code points, end exclusive), label


@dataclass(kw_only=True)
class Effort:
    """Operators of the hand, and the number of mental decisions."""

    keys: int = 0
    clicks: int = 0  # a double click counts once
    drags: int = 0
    buttons: int = 0
    points: int = 0
    homes: int = 0
    decisions: int = 0
    used: Counter[str] = field(default_factory=Counter)

    def key(self, count: int = 1) -> None:
        """Press keys."""
        self.keys += count

    def click(self, times: int = 1) -> None:
        """Point and click, once or twice."""
        self.clicks += 1
        self.points += 1
        self.buttons += 2 * times

    def drag(self) -> None:
        """Point, press, point, release."""
        self.drags += 1
        self.points += 2
        self.buttons += 2

    @property
    def operators(self) -> int:
        """Keys, clicks and drags."""
        return self.keys + self.clicks + self.drags

    @property
    def hand(self) -> float:
        """Seconds for keys and mouse, without those for mental decisions."""
        return KEY * self.keys + POINT * self.points + BUTTON * self.buttons + HOME * self.homes

    @property
    def mind(self) -> float:
        """Seconds for mental decisions."""
        return MIND * self.decisions


class Kind(StrEnum):
    """The kind of work that a suggestion or a name needs."""

    RIGHT = "right"
    LABEL = "label"
    PLACE = "place"
    SPURIOUS = "spurious"
    MISSED = "missed"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A suggestion, and the gold name for it."""

    kind: Kind
    suggested: Name | None = None
    name: Name | None = None

    @property
    def place(self) -> int:
        """The position of the case in reading order."""
        return min(found[0] for found in (self.suggested, self.name) if found)

    @property
    def edges(self) -> int:
        """The number of ends of the suggestion that are wrong."""
        suggested, name = self.suggested or (0, 0, ""), self.name or (0, 0, "")
        return (suggested[0] != name[0]) + (suggested[1] != name[1])


def cases(gold: Collection[Name], suggested: Collection[Name]) -> list[Case]:
    """Pair suggestions and gold names in reading order; a name touched by two suggestions belongs to the first."""
    left = set(gold) - set(suggested)
    found = [Case(kind=Kind.RIGHT, suggested=name, name=name) for name in set(gold) & set(suggested)]
    wrong = sorted(set(suggested) - set(gold), key=lambda name: (name[:2] not in {each[:2] for each in left}, name))
    for each in wrong:
        met = sorted(name for name in left if name[0] < each[1] and each[0] < name[1])
        name = next((name for name in met if name[:2] == each[:2]), next(iter(met), None))
        if name is None:
            found.append(Case(kind=Kind.SPURIOUS, suggested=each))
            continue
        left.discard(name)
        kind = Kind.LABEL if name[:2] == each[:2] else Kind.PLACE
        found.append(Case(kind=kind, suggested=each, name=name))
    found += [Case(kind=Kind.MISSED, name=name) for name in left]
    return sorted(found, key=lambda case: (case.place, case.kind))


@dataclass(kw_only=True)
class Peer:
    """Another tool: counts the work of its documented workflow."""

    text: str = ""
    effort: Effort = field(default_factory=Effort)
    label: str = ""  # the label chosen last

    def article(self, text: str, found: list[Case]) -> None:
        """Do the work of one article with this tool."""
        self.text, self.label = text, ""
        ways: dict[Kind, Callable[[Case], None]] = {
            Kind.RIGHT: self.right,
            Kind.LABEL: self.relabel,
            Kind.PLACE: self.move,
            Kind.SPURIOUS: self.refuse,
            Kind.MISSED: self.add,
        }
        for case in found:
            self.effort.decisions += 1
            ways[case.kind](case)
        self.submit()

    def right(self, case: Case) -> None:
        """Do nothing: a right suggestion is already an annotation."""

    def relabel(self, case: Case) -> None:
        self.effort.click()
        self.effort.key()

    def move(self, case: Case) -> None:
        self.refuse(case)
        self.add(case)

    def drag_ends(self, case: Case) -> None:
        """Select the annotation, drag its wrong ends, and correct its label."""
        self.effort.click()
        for _ in range(case.edges):
            self.effort.drag()
        if case.suggested and case.name and case.suggested[2] != case.name[2]:
            self.effort.key()

    def refuse(self, case: Case) -> None:
        self.effort.click()

    def add(self, case: Case) -> None:
        """Select the words and choose their label."""
        self.select(case)
        self.effort.key()

    def submit(self) -> None:
        self.effort.key()

    def select(self, case: Case) -> None:
        """Select one word by a double click, several by a drag."""
        start, end, _ = case.name or (0, 0, "")
        if " " in self.text[start:end]:
            self.effort.drag()
        else:
            self.effort.click(2)


class Doccano(Peer):
    """Sources: doccano frontend/components/tasks/sequenceLabeling/EntityEditor.vue, and its README.

    Imported labels are shown as annotations. A click on one opens the menu of labels, which has shortcut keys
    (`click:entity`, `v-shortkey`); a right click deletes it (`contextmenu:entity`). Selecting words opens the same
    menu. Ends cannot be moved. A key opens the next article.
    """


class LabelStudio(Peer):
    """Sources: labelstud.io/guide/hotkeys (Backspace, Ctrl+Enter, digits) and labelstud.io/guide/predictions.

    Predictions are shown as annotations. A click selects one; then a digit changes its label, Backspace deletes it,
    and its ends can be dragged (HumanSignal/label-studio PR#8910). For new words the digit comes first.
    """

    def move(self, case: Case) -> None:
        self.drag_ends(case)

    def refuse(self, case: Case) -> None:
        self.effort.click()
        self.effort.key()

    def submit(self) -> None:
        self.effort.key(2)


class Prodigy(Peer):
    """Sources: prodi.gy/docs/named-entity-recognition, prodi.gy/docs/recipes#ner-correct.

    Suggestions are shown as annotations; a click on one removes it, and it is added again with another label or place.
    A double click selects a word. A digit sets the label for later selections; "a" accepts the whole (`--unsegmented`:
    once per article, not once per sentence).
    """

    def relabel(self, case: Case) -> None:
        self.refuse(case)
        self.add(case)

    def add(self, case: Case) -> None:
        label = case.name[2] if case.name else ""
        if label != self.label:
            self.effort.key()
        self.label = label
        self.select(case)


class Inception(Peer):
    """Sources: inception-project.github.io user guide, "Recommenders", "Key bindings"; inception issue 1634, PR 3663.

    A click accepts a suggestion, a double click rejects it. A bound key changes the label of the annotation just
    accepted or selected; ends are dragged. A key with Shift opens the next document.
    """

    def right(self, case: Case) -> None:
        self.effort.click()

    def move(self, case: Case) -> None:
        self.drag_ends(case)

    def refuse(self, case: Case) -> None:
        self.effort.click(2)

    def submit(self) -> None:
        self.effort.key(2)


def peers() -> Iterator[tuple[str, Peer]]:
    """Yield the other tools by name."""
    yield from (
        ("doccano", Doccano()),
        ("Label Studio", LabelStudio()),
        ("Prodigy ner.correct", Prodigy()),
        ("INCEpTION", Inception()),
    )
