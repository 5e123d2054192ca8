"""The charts of a project's numbers, in the window's language."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import timedelta

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette

from annotator.corpus.dates import day_from
from annotator.editing.edits import EditKind
from annotator.jobs.numbers import LabelKey, Numbers
from annotator.model.query import Query
from annotator.model.schema import Schema, words
from annotator.model.values import CLAIMS, ENTITIES, State
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import date, locale, number, translate, ui_language
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.filtering.filter_words import state_words
from ui.numbers.chart import SHADES, Bar, Chart, ChartKind, Series
from ui.numbers.scales import ChartUnit, percent

_MOST = 500  # rows of one chart, at most
_LONGEST = 80
_PUBLISHERS = len(SHADES)  # publishers with their own series in the chart of weeks, at most
_STATE_ROLES = {
    State.DONE: QPalette.ColorRole.Accent,
    State.SKIPPED: QPalette.ColorRole.PlaceholderText,
    State.OPEN: QPalette.ColorRole.Shadow,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorScope:
    """The person whose numbers are shown, ``shown``; None stands for everybody.

    A search can find labels of one annotator only.
    """

    shown: str | None
    mine: str
    only: bool  # whether only this person has worked in the project

    @classmethod
    def of(cls, found: Numbers, mine: str) -> "AnnotatorScope":
        """Return the scope of these numbers; ``mine`` is the current annotator."""
        return cls(shown=found.annotator, mine=mine, only=found.annotators == (mine,))

    @property
    def leads(self) -> bool:
        """Return whether a search can find the labels that were counted."""
        return self.shown is not None or self.only

    def query(self, **asked: object) -> Query | None:
        """Return a search for the shown annotator's labels, or None if a search cannot find them."""
        said_by = self.shown if self.shown != self.mine else None
        return Query(said_by=said_by, **asked) if self.leads else None  # type: ignore[arg-type]


def months(
    counted: Mapping[str, Mapping[LabelKey, int]],
    schema: Schema,
    scope: AnnotatorScope,
    label: LabelKey | None = None,
    publisher: str | None = None,
) -> Chart:
    """Return the chart of labels by month. ``counted`` must already be limited to ``publisher`` if one is given."""
    sums: Counter[LabelKey] = Counter()
    for counts in counted.values():
        sums.update(counts)
    keys = _keys(sums) if label is None else (label,)
    layer, id_ = label or (None, None)
    bars = tuple(
        Bar(
            name=month_name(month),
            tick=month_tick(month),
            amounts=_amounts(counts, keys),
            query=scope.query(
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
    return Chart(
        title=translate("Numbers", "Labels by month"),
        series=_series(keys, schema),
        bars=bars,
        empty=empty,
        axis=translate("Numbers", "Labels"),
        across=translate("Numbers", "Month of publication"),
        kind=ChartKind.COLUMNS,
    )


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
        asked = Query(state=State.OPEN, batch=batch) if annotator == scope.mine else None
        return Bar(name=name, amounts=tuple(counts.get(state, 0) for state in order), query=asked)

    bars = [bar(name, name, None, counts) for name, counts in of_all.items()]
    bars += [bar(_line(f"{batch} · {name}"), name, batch, counts) for (name, batch), counts in sorted(of_batch.items())]
    series = tuple(Series(name=state_words(state), role=_STATE_ROLES[state]) for state in order)
    empty = translate("Numbers", "How many articles are done, skipped and open will be counted here, by batch too.")
    axis = translate("Numbers", "Articles")
    return Chart(
        title=translate("Numbers", "Progress"), series=series, bars=tuple(bars[:_MOST]), empty=empty, axis=axis
    )


def _labels(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    counts, keys = found.labels, _keys(found.labels)
    bars = tuple(
        Bar(
            name=label_name(schema, *key),
            amounts=tuple(counts[key] if key == each else 0 for each in keys),
            query=scope.query(layer=key[0], label=key[1]),
        )
        for key in keys
    )
    empty = translate("Numbers", "How often each label was used will be counted here.")
    axis = translate("Numbers", "Uses")
    series = _series(keys, schema, shaded=False)
    return Chart(title=translate("Numbers", "Labels"), series=series, bars=bars, empty=empty, axis=axis, stacked=False)


def _publishers(found: Numbers, schema: Schema) -> Chart:
    keys = _keys(found.labels)
    nobody = translate("Numbers", "No publisher")
    bars = tuple(
        Bar(
            name=_line(name) if name else nobody,
            amounts=_amounts(counts, keys),
            query=Query(publisher=name) if name else None,
        )
        for name, counts in found.publishers.items()
    )
    empty = translate("Numbers", "The labels in articles of each publisher will be counted here.")
    title, axis = translate("Numbers", "Labels by publisher"), translate("Numbers", "Labels")
    return Chart(title=title, series=_series(keys, schema), bars=bars, empty=empty, axis=axis)


def _weeks(found: Numbers) -> Chart:
    """Return the chart of labels by week: a series for each publisher with many labels, one for all others."""
    sums: Counter[str | None] = Counter()
    for counts in found.weeks.values():
        sums.update(counts)
    ordered = sorted((name for name in sums if name), key=lambda name: (-sums[name], name))
    apart = ordered[:_PUBLISHERS]
    rest = len(sums) > len(apart)
    series = [Series(name=_line(name), shade=at) for at, name in enumerate(apart)]
    if rest:
        series.append(Series(name=translate("Numbers", "Others"), role=QPalette.ColorRole.Dark))
    bars = tuple(
        Bar(
            name=translate("Numbers", "Week of {day}").format(day=date(week)),
            amounts=_of_publishers(counts, apart, rest=rest),
            query=Query(since=week, until=_sunday(week)),
            tick=_day_tick(week),
        )
        for week, counts in list(found.weeks.items())[-_MOST:]
    )
    return Chart(
        title=translate("Numbers", "Labels by week and publisher"),
        series=tuple(series),
        bars=bars,
        empty=translate("Numbers", "Labels in articles that have a date are counted here by week and publisher."),
        axis=translate("Numbers", "Labels"),
        across=translate("Numbers", "Week of publication, from Monday"),
        kind=ChartKind.COLUMNS,
    )


def _agreement(found: Numbers, schema: Schema) -> Chart:
    """Return the chart of the share of looked-at suggestions that were accepted unchanged, by week and layer."""
    known = {layer.id: words(layer.name, ui_language()) for layer in schema.layers}
    layers = sorted({layer for counts in found.agreement.values() for layer in counts}, key=[*known, ""].index)
    bars = []
    for week, counts in list(found.agreement.items())[-_MOST:]:
        tallies = [counts.get(layer) for layer in layers]
        bars.append(
            Bar(
                name=translate("Numbers", "Week of {day}").format(day=date(week)),
                amounts=tuple(None if not tally or tally.share is None else 100 * tally.share for tally in tallies),
                counted=tuple(tally.decided if tally else 0 for tally in tallies),
                tick=_day_tick(week),
            )
        )
    return Chart(
        title=translate("Numbers", "Suggestions accepted unchanged"),
        series=tuple(Series(name=known.get(layer, layer), shade=at) for at, layer in enumerate(layers)),
        bars=tuple(bars),
        empty=translate("Numbers", "How often you agree with suggestions that you looked at will appear here."),
        axis=translate("Numbers", "Share of suggestions looked at, by everybody"),
        across=translate("Numbers", "Week of the decision, from Monday"),
        kind=ChartKind.LINES,
        unit=ChartUnit.PERCENT,
    )


def _names(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    """Return the chart of names. A name with several labels has a row for each label, in the label's colour."""
    sums: Counter[LabelKey] = Counter()
    for each in found.names:
        sums[ENTITIES, each.label or ""] += each.number
    keys = _keys(sums)
    bars = tuple(
        Bar(
            name=_line(each.name),
            amounts=tuple(each.number if key[1] == each.label else 0 for key in keys),
            query=scope.query(layer=ENTITIES, label=each.label, words=f'"{each.words}" '),
        )
        for each in found.names
    )
    empty = translate("Numbers", "The names mentioned most often will appear here.")
    title, axis = translate("Numbers", "Names mentioned most often"), translate("Numbers", "Mentions")
    return Chart(title=title, series=_series(keys, schema), bars=bars, empty=empty, axis=axis)


def _claimants(found: Numbers, scope: AnnotatorScope) -> Chart:
    bars = tuple(
        Bar(
            name=_line(each.name),
            amounts=(each.checked, each.number - each.checked),
            query=scope.query(layer=CLAIMS, claimant=each.words),
            note=translate("Numbers", "{share} checked").format(share=percent(100 * each.checked / each.number)),
        )
        for each in found.claimants
    )
    empty = translate("Numbers", "Who makes the most claims will appear here.")
    series = (
        Series(name=translate("Numbers", "with a verdict")),
        Series(name=translate("Numbers", "without a verdict"), role=QPalette.ColorRole.Dark),
    )
    title, axis = translate("Numbers", "Claimants with the most claims"), translate("Numbers", "Claims")
    return Chart(title=title, series=series, bars=bars, empty=empty, axis=axis)


def _pairs(found: Numbers, schema: Schema, scope: AnnotatorScope) -> Chart:
    bars = tuple(
        Bar(
            name=f"{label_name(schema, *pair.first)} + {label_name(schema, *pair.second)}",
            amounts=(pair.documents,),
            query=scope.query(layer=pair.first[0], label=pair.first[1], beside=pair.second),
        )
        for pair in found.pairs[:_MOST]
    )
    empty = translate("Numbers", "How many articles contain both of two labels will be counted here.")
    title, axis = translate("Numbers", "Labels in the same article"), translate("Numbers", "Articles")
    return Chart(title=title, series=(Series(name=axis),), bars=bars, empty=empty, axis=axis, stacked=False)


def _articles(found: Numbers) -> Chart:
    bars = tuple(
        Bar(name=_line(each.title), amounts=(each.milliseconds,), document=each.document) for each in found.slowest
    )
    empty = translate("Numbers", "The articles that took longest will appear here.")
    return _timed(translate("Numbers", "Articles that took longest"), bars, empty)


def _steps(found: Numbers) -> Chart:
    names = _kind_names()
    bars = [
        Bar(name=f"{names[EditKind(kind)]} · {number(times.number)}", amounts=(times.middle,))
        for kind, times in found.kinds.items()
        if EditKind(kind) in names
    ]
    empty = translate("Numbers", "The median time of each kind of step will appear here.")
    return _timed(translate("Numbers", "Median time of a step"), tuple(bars), empty)


def _timed(title: str, bars: tuple[Bar, ...], empty: str) -> Chart:
    axis = translate("Numbers", "Time")
    return Chart(
        title=title, series=(Series(name=axis),), bars=bars, empty=empty, axis=axis, unit=ChartUnit.TIME, stacked=False
    )


def _kind_names() -> Mapping[EditKind, str]:
    return {
        EditKind.ADD: translate("Numbers", "Label"),
        EditKind.REMOVE: translate("Numbers", "Remove"),
        EditKind.RELABEL: translate("Numbers", "Relabel"),
        EditKind.MOVE: translate("Numbers", "Move a boundary"),
        EditKind.SPLIT: translate("Numbers", "Split"),
        EditKind.JOIN: translate("Numbers", "Join"),
        EditKind.CHANGE: translate("Numbers", "Fill in a field"),
        EditKind.RELATE: translate("Numbers", "Add a relation"),
        EditKind.UNRELATE: translate("Numbers", "Remove a relation"),
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
    """Return the keys of the labels, most frequent first."""
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def _series(keys: Iterable[LabelKey], schema: Schema, *, shaded: bool = True) -> tuple[Series, ...]:
    """Return a series for each label; if ``shaded``, labels of one colour get shades of it."""
    seen: Counter[str] = Counter()
    made = []
    for key in keys:
        label = schema.label(*key)
        colour = label.light if label is not None else ""
        made.append(
            Series(name=label_name(schema, *key), label=label, role=None, repeats=seen[colour] if shaded else 0)
        )
        seen[colour] += 1
    return tuple(made)


def _amounts(counts: Mapping[LabelKey, int], keys: Iterable[LabelKey]) -> tuple[float, ...]:
    return tuple(counts.get(key, 0) for key in keys)


def month_name(month: str) -> str:
    """Return the name of a month given as ``2026-03``; any other text is returned unchanged."""
    try:
        day = calendar_date.fromisoformat(f"{month}-01")
    except ValueError:  # a log made elsewhere may have any text as a time
        return month
    return f"{locale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)} {day.year}"


def month_tick(month: str) -> tuple[str, str]:
    """Return the two lines of text below the axis of time for a month given as ``2026-03``, or one for other text."""
    name, _, year = month_name(month).partition(" ")
    return name, year


def _day_tick(iso: str) -> tuple[str, str]:
    day = calendar_date.fromisoformat(iso)
    if ui_language() == "de":
        return f"{day.day}.{day.month}.", str(day.year)
    return f"{day.day} {locale().monthName(day.month, QLocale.FormatType.ShortFormat)}", str(day.year)


def _sunday(week: str) -> str:
    return (calendar_date.fromisoformat(week) + timedelta(days=6)).isoformat()


def _of_publishers(counts: Mapping[str | None, int], apart: Iterable[str], *, rest: bool) -> tuple[float, ...]:
    shown = [counts.get(name, 0) for name in apart]
    return (*shown, sum(counts.values()) - sum(shown)) if rest else tuple(shown)


def _line(text: str) -> str:
    return one_line(text, _LONGEST)


_CHARTS: Mapping[str, Callable[[Numbers, Schema, AnnotatorScope], Chart]] = {  # by title, in the order of the list
    QT_TRANSLATE_NOOP("Numbers", "Progress"): lambda found, _, scope: _progress(found, scope),
    QT_TRANSLATE_NOOP("Numbers", "Labels"): _labels,
    QT_TRANSLATE_NOOP("Numbers", "Publishers"): lambda found, schema, _: _publishers(found, schema),
    QT_TRANSLATE_NOOP("Numbers", "Weeks"): lambda found, *_: _weeks(found),
    QT_TRANSLATE_NOOP("Numbers", "Months"): lambda found, schema, scope: months(found.months, schema, scope),
    QT_TRANSLATE_NOOP("Numbers", "Names"): _names,
    QT_TRANSLATE_NOOP("Numbers", "Claimants"): lambda found, _, scope: _claimants(found, scope),
    QT_TRANSLATE_NOOP("Numbers", "Labels together"): _pairs,
    QT_TRANSLATE_NOOP("Numbers", "Agreement"): lambda found, schema, _: _agreement(found, schema),
    QT_TRANSLATE_NOOP("Numbers", "Time per article"): lambda found, *_: _articles(found),
    QT_TRANSLATE_NOOP("Numbers", "Time per step"): lambda found, *_: _steps(found),
}
MONTHS = list(_CHARTS).index("Months")
"""The place of the chart that label and publisher narrow."""


def titles() -> tuple[str, ...]:
    """Return the titles of the charts, in the order of `charts`."""
    return tuple(translate("Numbers", title) for title in _CHARTS)


def charts(found: Numbers, schema: Schema, mine: str) -> tuple[Chart, ...]:
    """Return the charts, in the order of `titles`."""
    scope = AnnotatorScope.of(found, mine)
    return tuple(chart(found, schema, scope) for chart in _CHARTS.values())
