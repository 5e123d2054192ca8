"""The charts of a project's numbers, in the window's language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.editing.edits import EditKind
from annotator.jobs.numbers import LEAST_FINISHED, LabelKey, Numbers
from annotator.model.query import Question
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, ENTITIES, State
from ui.base.i18n import locale, number
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.words.counted import day_from
from ui.filtering.filter_words import state_words
from ui.numbers.chart import Bar, Chart, Series

translate = QCoreApplication.translate
_MOST = 500  # rows of one picture
_LONGEST = 80
_SECOND, _MINUTE = 1_000, 60_000  # milliseconds
HOUR = 3_600_000  # milliseconds
_STATE_ROLES = {
    State.DONE: QPalette.ColorRole.Accent,
    State.SKIPPED: QPalette.ColorRole.PlaceholderText,
    State.OPEN: QPalette.ColorRole.Mid,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorScope:
    """The annotator whose numbers are shown, ``shown``, None for all. A search covers one annotator at a time."""

    shown: str | None
    mine: str
    only: bool  # no other annotator in the project

    @property
    def leads(self) -> bool:
        """Return whether a search can find the counted labels."""
        return self.shown is not None or self.only

    def question(self, **asked: object) -> Question | None:
        """Build a search for labels of the shown annotator, or return None."""
        said_by = self.shown if self.shown != self.mine else None
        return Question(said_by=said_by, **asked) if self.leads else None  # type: ignore[arg-type]


def titles() -> tuple[str, ...]:
    """Return the titles of the charts, in the order of `charts`."""
    return (
        translate("Numbers", "Progress"),
        translate("Numbers", "Labels"),
        translate("Numbers", "Publishers"),
        translate("Numbers", "Months"),
        translate("Numbers", "Names"),
        translate("Numbers", "Claimants"),
        translate("Numbers", "Labels together"),
        translate("Numbers", "Time per article"),
        translate("Numbers", "Time per step"),
    )


def charts(found: Numbers, schema: Schema, mine: str) -> tuple[Chart, ...]:
    """Build the charts, in the order of `titles`."""
    scope = AnnotatorScope(shown=found.annotator, mine=mine, only=len(found.annotators) < 2)
    return (
        _progress(found, scope),
        _labels(found, schema, scope),
        _publishers(found, schema),
        months(found.months, schema, scope),
        _names(found, schema, scope),
        _claimants(found, scope),
        _pairs(found, schema, scope),
        _articles(found),
        _steps(found),
    )


def months(
    counted: Mapping[str, Mapping[LabelKey, int]],
    schema: Schema,
    scope: AnnotatorScope,
    label: LabelKey | None = None,
    publisher: str | None = None,
) -> Chart:
    """Build the chart of labels by month; ``counted`` are those of ``publisher`` if given."""
    sums: Counter[LabelKey] = Counter()
    for counts in counted.values():
        sums.update(counts)
    keys = _keys(sums) if label is None else (label,)
    layer, id_ = label or (None, None)
    bars = tuple(
        Bar(
            name=_month_name(month),
            amounts=_amounts(counts, keys),
            question=scope.question(
                layer=layer,
                label=id_,
                publisher=publisher,
                since=day_from(month, last=False),
                until=day_from(month, last=True),
            ),
        )
        for month, counts in list(counted.items())[-_MOST:]
    )
    empty = translate("Numbers", "Labels in articles that have a date are counted here by month.")
    return Chart(title=titles()[3], series=_series(keys, schema), bars=bars, empty=empty)


def duration(milliseconds: float) -> str:
    """Format a duration."""
    if milliseconds < _MINUTE:
        return translate("Numbers", "{count} s").format(count=number(milliseconds / _SECOND, 1))
    if milliseconds < HOUR:
        return translate("Numbers", "{count} min").format(count=number(milliseconds / _MINUTE, 1))
    return translate("Numbers", "{count} h").format(count=number(milliseconds / HOUR, 1))


# Inside


def _progress(found: Numbers, scope: AnnotatorScope) -> Chart:
    order = (State.DONE, State.SKIPPED, State.OPEN)
    of_all: dict[str, Counter[str]] = {}
    of_batch: dict[tuple[str, str], Counter[str]] = {}
    for count in found.states:
        of_all.setdefault(count.annotator, Counter())[count.state] += count.documents
        if count.batch is not None:
            of_batch.setdefault((count.annotator, count.batch), Counter())[count.state] += count.documents

    def bar(name: str, annotator: str, batch: str | None, counts: Mapping[str, int]) -> Bar:
        asked = Question(state=State.OPEN, batch=batch) if annotator == scope.mine else None
        return Bar(name=name, amounts=tuple(counts.get(state, 0) for state in order), question=asked)

    bars = [bar(name, name, None, counts) for name, counts in of_all.items()]
    bars += [bar(_line(f"{batch} · {name}"), name, batch, counts) for (name, batch), counts in sorted(of_batch.items())]
    series = tuple(Series(name=state_words(state), role=_STATE_ROLES[state]) for state in order)
    empty = translate("Numbers", "How many articles are done, skipped and open will be counted here, by batch too.")
    return Chart(title=titles()[0], series=series, bars=tuple(bars[:_MOST]), empty=empty)


def _labels(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    counts, keys = found.labels, _keys(found.labels)
    bars = tuple(
        Bar(
            name=label_name(schema, *key),
            amounts=tuple(counts[key] if key == each else 0 for each in keys),
            question=scope.question(layer=key[0], label=key[1]),
        )
        for key in keys
    )
    empty = translate("Numbers", "How often each label was used will be counted here.")
    return Chart(title=titles()[1], series=_series(keys, schema), bars=bars, empty=empty, stacked=False)


def _publishers(found: Numbers, schema: Schema) -> Chart:
    keys = _keys(found.labels)
    nobody = translate("Numbers", "No publisher")
    bars = tuple(
        Bar(
            name=_line(name) if name else nobody,
            amounts=_amounts(counts, keys),
            question=Question(publisher=name) if name else None,
        )
        for name, counts in found.publishers.items()
    )
    empty = translate("Numbers", "The labels in articles of each publisher will be counted here.")
    return Chart(title=titles()[2], series=_series(keys, schema), bars=bars, empty=empty)


def _names(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    """Build the chart of names. A name with several labels has a row for each, told apart by colour."""
    sums: Counter[LabelKey] = Counter()
    for each in found.names:
        sums[ENTITIES, each.label or ""] += each.number
    keys = _keys(sums)
    bars = tuple(
        Bar(
            name=_line(each.name),
            amounts=tuple(each.number if key[1] == each.label else 0 for key in keys),
            question=scope.question(layer=ENTITIES, label=each.label, words=f'"{each.words}" '),
        )
        for each in found.names
    )
    empty = translate("Numbers", "The names mentioned most often will appear here.")
    return Chart(title=titles()[4], series=_series(keys, schema), bars=bars, empty=empty)


def _claimants(found: Numbers, scope: AnnotatorScope) -> Chart:
    bars = tuple(
        Bar(
            name=_line(each.name),
            amounts=(each.number,),
            question=scope.question(layer=CLAIMS, claimant=each.words),
        )
        for each in found.claimants
    )
    empty = translate("Numbers", "Who makes the most claims will appear here.")
    return Chart(title=titles()[5], series=(Series(name=titles()[5]),), bars=bars, empty=empty, stacked=False)


def _pairs(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    bars = tuple(
        Bar(
            name=f"{label_name(schema, *pair.first)} + {label_name(schema, *pair.second)}",
            amounts=(pair.documents,),
            question=scope.question(layer=pair.first[0], label=pair.first[1], beside=pair.second),
        )
        for pair in found.pairs[:_MOST]
    )
    empty = translate("Numbers", "How many articles contain both of two labels will be counted here.")
    return Chart(title=titles()[6], series=(Series(name=titles()[6]),), bars=bars, empty=empty, stacked=False)


def _articles(found: Numbers) -> Chart:
    bars = tuple(
        Bar(name=_line(each.title), amounts=(each.milliseconds,), document=each.document) for each in found.slowest
    )
    empty = translate("Numbers", "The articles that took longest will appear here.")
    return _timed(titles()[7], bars, empty)


def _steps(found: Numbers) -> Chart:
    names = _kind_names()
    bars = [
        Bar(name=f"{names[EditKind(kind)]} · {number(times.number)}", amounts=(times.middle,))
        for kind, times in found.kinds.items()
        if EditKind(kind) in names
    ]
    empty = translate("Numbers", "The median time of each kind of step will appear here.")
    return _timed(titles()[8], tuple(bars), empty)


def _timed(title: str, bars: tuple[Bar, ...], empty: str) -> Chart:
    return Chart(title=title, series=(Series(name=title),), bars=bars, empty=empty, stacked=False, put=duration)


def _kind_names() -> Mapping[EditKind, str]:
    return {
        EditKind.ADD: translate("Numbers", "Label"),
        EditKind.REMOVE: translate("Numbers", "Remove"),
        EditKind.RELABEL: translate("Numbers", "Relabel"),
        EditKind.MOVE: translate("Numbers", "Move a boundary"),
        EditKind.SPLIT: translate("Numbers", "Split"),
        EditKind.JOIN: translate("Numbers", "Join"),
        EditKind.CHANGE: translate("Numbers", "Fill in a field"),
        EditKind.RELATE: translate("Numbers", "Link"),
        EditKind.UNRELATE: translate("Numbers", "Remove a link"),
        EditKind.ACCEPT: translate("Numbers", "Accept a suggestion"),
        EditKind.CORRECT: translate("Numbers", "Correct a suggestion"),
        EditKind.REJECT: translate("Numbers", "Reject a suggestion"),
        EditKind.STATE: translate("Numbers", "Finish or skip an article"),
        EditKind.LOOK: translate("Numbers", "Mark labels as looked at"),
        EditKind.SEEN: translate("Numbers", "Mark a sentence as read"),
        EditKind.EXCLUDE: translate("Numbers", "Exclude a paragraph"),
        EditKind.IDENTIFY: translate("Numbers", "Assign an identity"),
    }


def _keys(counts: Mapping[LabelKey, int]) -> tuple[LabelKey, ...]:
    """Return the labels, most frequent first."""
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def _series(keys: Iterable[LabelKey], schema: Schema) -> tuple[Series, ...]:
    return tuple(Series(name=label_name(schema, *key), label=schema.label(*key), role=None) for key in keys)


def _amounts(counts: Mapping[LabelKey, int], keys: Iterable[LabelKey]) -> tuple[float, ...]:
    return tuple(counts.get(key, 0) for key in keys)


def _month_name(month: str) -> str:
    day = calendar_date.fromisoformat(f"{month}-01")
    return f"{locale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)} {day.year}"


def _line(words: str) -> str:
    return one_line(words, _LONGEST)


class Facts(QWidget):
    """Cards: articles, open ones, labels, time so far, time left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbersFacts")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._cards = {name: _Card(name) for name in ("articles", "left", "labels", "spent", "forecast")}
        for card in self._cards.values():
            layout.addWidget(card, 1)

    def show_numbers(self, found: Numbers) -> None:
        """Show other numbers."""
        show = {name: card.show_fact for name, card in self._cards.items()}
        show["articles"](number(found.documents), self.tr("articles"))
        show["left"](number(found.left), self.tr("open"))
        show["labels"](number(found.spans), self.tr("labels"))
        each = self.tr("so far")
        if found.article is not None:
            each = self.tr("so far, {time} an article").format(time=duration(found.article.middle))
        show["spent"](duration(found.spent), each)
        if found.forecast is None:
            least = self.tr("time left (shown after {count} finished articles)").format(count=LEAST_FINISHED)
            show["forecast"]("–", least)
        else:
            left = self.tr("left, {low} to {high}")
            low, middle, high = (duration(hours * HOUR) for hours in found.forecast[1:])
            show["forecast"](middle, left.format(low=low, high=high))


class _Card(QFrame):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._value, self._words = plain("–", "headline"), plain("", "muted")
        self._value.setObjectName(f"numbersFact.{name}")
        self._words.setObjectName(f"numbersFactWords.{name}")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(0)
        layout.addWidget(self._value)
        layout.addWidget(self._words, 1)

    def show_fact(self, value: str, words: str) -> None:
        """Show a number and what it counts."""
        self._value.setText(value)
        self._value.setAccessibleName(f"{value} {words}")
        self._words.setText(words)
