"""Project → One Person over Time: agreement with gold and with others, and results of re-tests and practice."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.jobs.team import personal
from annotator.jobs.team import rounds as rounds_of
from annotator.jobs.team.personal import Every, Figure, OfLayer, Period, Person
from annotator.jobs.team.retesting import Round
from annotator.model.schema import Schema
from annotator.model.values import NOBODY
from annotator.project.project import Project
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import FigureTable
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import Choice, fill, named, refill
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.dialogs.team.round_rows import practice_headings, practice_rows
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.numbers.agreement_words import between, figure, layer_name, percent
from ui.numbers.chart import Bar, Chart, ChartKind, Series
from ui.numbers.chart_view import ChartView
from ui.numbers.charts import month_name, month_tick
from ui.numbers.scales import ChartUnit

translate = QCoreApplication.translate
_WIDTH, _HEIGHT = 940, 660
_NAME = 60  # shown characters of a name


class PersonWindow(QDialog):
    """The window with one person's figures, which can stay open beside the article. It does not rank people."""

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("One Person over Time"))
        self.setSizeGripEnabled(True)
        project = session.required()
        self._schema, self._path = project.schema, project.path
        self._found: Person | None = None
        self.people = named(Choice(), "personName", self.tr("Annotator"))
        refill(self.people, _listed(project), _first_shown(project))
        self.every = named(Choice(), "personEvery", self.tr("Period"))
        periods = ((self.tr("by month"), str(Every.MONTH)), (self.tr("by week"), str(Every.WEEK)))
        refill(self.every, periods, str(Every.MONTH))
        self.layers = named(Choice(), "personLayer", self.tr("Layer"))
        self.sentence = plain(role="title", name="personSentence", wraps=True)
        self.note = plain(role="muted", name="personNote", wraps=True)
        self.chart = ChartView()
        self.labels = FigureTable("personLabels", self.tr("Figures by label"), self._label_headings())
        self.rounds = FigureTable("personRounds", self.tr("Blind re-tests"), round_headings())
        self.drift = FigureTable("personDrift", self.tr("Labels set the first and the second time"), drift_headings())
        self.practice = FigureTable("personPractice", self.tr("Practice"), practice_headings())
        EmptyWords(self.rounds, self.tr("No re-test has come back yet."))
        EmptyWords(self.practice, self.tr("No practice package has come back yet."))
        self.pages = QStackedWidget()
        self.tabs = Tabs("personTab", list(enumerate(self._titles())))
        self.line = JobLine()
        self._asking = LastQuestion(files, self._on_found, self, self.line.advance)
        self._close = dialog_button("personClose", self.tr("Close"))
        self._lay_out()
        self._connect()
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.ask()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @property
    def layer(self) -> OfLayer | None:
        chosen = self.layers.currentData()
        layers = self._found.layers if self._found is not None else ()
        return next((each for each in layers if each.layer == chosen), None)

    @Slot()
    def ask(self) -> None:
        """Compare the labels of the chosen person in periods of the chosen length."""
        person = self.people.currentData()
        if person is None:
            self.sentence.setText(self.tr("Nobody has labelled anything yet."))
            self.chart.show_chart(course(()))
            for part in (self.people, self.every, self.layers, self.note, self.tabs):
                part.hide()
            return
        self.line.begin(self.tr("Comparing…"))
        self._asking.ask(personal.over_time, self._path, person, Every(self.every.currentData()))

    def show_person(self, name: str, tab: int = 0) -> None:
        """Show a person, and one of the pages."""
        self.tabs.choose(tab)
        self.pages.setCurrentIndex(tab)
        at = self.people.findData(name)
        if at >= 0 and at != self.people.currentIndex():
            self.people.setCurrentIndex(at)

    def done(self, result: int) -> None:
        self._asking.cancel()
        super().done(result)

    # Inside

    def _titles(self) -> tuple[str, ...]:
        return (self.tr("Over time"), self.tr("Labels"), self.tr("Blind re-tests"), self.tr("Practice"))

    def _label_headings(self) -> tuple[str, ...]:
        return (
            self.tr("Label"),
            self.tr("Same as gold, out of 100"),
            self.tr("Range"),
            self.tr("Same as others, out of 100"),
            self.tr("Range"),
            self.tr("Labels"),
        )

    def _lay_out(self) -> None:
        head = fill(QHBoxLayout(), self.people, self.every, self.layers, 1, spacing=8)
        tabs = fill(QHBoxLayout(), self.tabs, 1)
        retests = QWidget()
        fill(QVBoxLayout(retests), (self.rounds, 1), (self.drift, 2), margins=0, spacing=10)
        for page in (self.chart, self.labels, retests, self.practice):
            self.pages.addWidget(page)
        foot = fill(QHBoxLayout(), (self.line, 1), self._close)
        parts = (head, self.sentence, self.note, tabs, (self.pages, 1), foot)
        fill(QVBoxLayout(self), *parts, margins=(16, 14, 16, 14), spacing=10)

    def _connect(self) -> None:
        self.people.currentIndexChanged.connect(self.ask)
        self.every.currentIndexChanged.connect(self.ask)
        self.layers.currentIndexChanged.connect(self._show)
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        self.rounds.selectionModel().currentRowChanged.connect(self._show_drift)
        self._asking.failed.connect(self.line.fail)
        self._close.clicked.connect(self.reject)

    def _on_found(self, found: Person) -> None:
        self.line.end("")
        self._found = found
        there = {each.layer for each in found.layers}
        ids = [layer.id for layer in self._schema.layers if layer.id in there]
        refill(self.layers, [(layer_name(self._schema, id_), id_) for id_ in ids], self.layers.currentData())
        self.layers.setVisible(len(found.layers) > 1)
        self.rounds.figures.show(round_rows(self._schema, found.rounds))
        self.practice.figures.show(practice_rows(found.practice))
        if found.rounds:
            self.rounds.setCurrentIndex(self.rounds.figures.index(len(found.rounds) - 1, 0))
        self._show_drift()
        self._show()

    @Slot()
    def _show(self) -> None:
        layer, found = self.layer, self._found
        if found is None:
            return
        self.sentence.setText(sentence(layer))
        self.note.setText(
            self.tr(
                "An article counts for the time when it was finished. Labels agree if words and label are the same."
            )
        )
        self.chart.show_chart(course(layer.periods if layer is not None else ()))
        rows = layer.labels if layer is not None else ()
        self.labels.figures.show(
            [
                (
                    label_name(self._schema, layer.layer if layer is not None else "", each.label),
                    percent(each.gold.f),
                    between(each.gold.interval),
                    percent(each.others.f),
                    between(each.others.interval),
                    number(each.gold.labels + each.others.labels),
                )
                for each in rows
            ]
        )

    @Slot()
    def _show_drift(self) -> None:
        rounds, at = self._found.rounds if self._found is not None else (), self.rounds.currentIndex().row()
        shown = rounds[at] if 0 <= at < len(rounds) else None
        self.drift.figures.show(drift_rows(self._schema, shown))


def _listed(project: Project) -> list[tuple[str, str]]:
    """Return the people as (text to show, name): those with labels or rounds, then others who were dealt articles."""
    there = {*project.read.people.labelling(), *rounds_of.people(project)} - NOBODY
    waiting = sorted(set(project.read.assigned.people()) - there)
    told = translate("Person", "{name} (no labels yet)")
    listed = [(one_line(name, _NAME), name) for name in sorted(there)]
    return [*listed, *((told.format(name=one_line(name, _NAME)), name) for name in waiting)]


def _first_shown(project: Project) -> str:
    """Return the current annotator, or the first person with labels if the current one (perhaps the lead) has none."""
    known = sorted(set(project.read.people.labelling()) - NOBODY)
    return project.annotator if project.annotator in known or not known else known[0]


def sentence(layer: OfLayer | None) -> str:
    """Return the sentences on a person's agreement with gold and with others in one layer."""
    if layer is None:
        return translate("Person", "No finished article of this annotator is gold or was finished by others.")
    said = []
    if layer.gold.f is not None:
        said.append(translate("Person", "Agreement with gold: {share} out of 100{range}.").format(**_shown(layer.gold)))
    if layer.others.f is not None:
        said.append(
            translate("Person", "Agreement with others: {share} out of 100{range}.").format(**_shown(layer.others))
        )
    return " ".join(said) or translate("Person", "Nothing is labelled in these articles.")


def _shown(found: Figure) -> dict[str, str]:
    around = between(found.interval)
    return {"share": percent(found.f), "range": f" ({around})" if around else ""}


def course(periods: Sequence[Period]) -> Chart:
    """Return the chart of a person's agreement with gold and with others over time."""
    bars = tuple(
        Bar(
            name=_name(each.when),
            amounts=tuple(None if one.f is None else 100 * one.f for one in (each.gold, each.others)),
            counted=(each.gold.labels, each.others.labels),
            tick=_tick(each.when),
        )
        for each in periods
    )
    return Chart(
        title=translate("Person", "Agreement over time"),
        series=(
            Series(name=translate("Person", "with gold"), shade=0),
            Series(name=translate("Person", "with others"), shade=1),
        ),
        bars=bars,
        empty=translate(
            "Person", "Agreement will appear here once a finished article is gold or others finish it, too."
        ),
        axis=translate("Person", "Matching labels, out of 100"),
        across=translate("Person", "When the articles were finished"),
        kind=ChartKind.LINES,
        unit=ChartUnit.PERCENT,
    )


def _name(when: str) -> str:
    if "-W" in when:
        year, week = when.split("-W")
        return translate("Person", "Week {week}, {year}").format(week=int(week), year=year)
    return month_name(when)


def _tick(when: str) -> tuple[str, str]:
    if "-W" in when:
        year, week = when.split("-W")
        return translate("Person", "W {week}").format(week=int(week)), year
    return month_tick(when)


def round_headings() -> tuple[str, ...]:
    """Return the headings of `round_rows`."""
    return (
        translate("Person", "Re-test"),
        translate("Person", "Layer"),
        translate("Person", "Articles"),
        translate("Person", "Same labels, %"),
        "γ",
        translate("Person", "Effect of suggestions, %"),
    )


def round_rows(schema: Schema, rounds: Sequence[Round]) -> list[tuple[str, ...]]:
    """Return a table row for each re-test, with the figures of the layer that has most labels."""
    rows: list[tuple[str, ...]] = []
    for each in rounds:
        layer = max(each.agreement.layers, key=lambda one: one.labelled, default=None)
        same, other = each.alike.f, each.unlike.f
        moved = None if same is None or other is None else max(0.0, same - other)
        rows.append(
            (
                one_line(each.annotator, _NAME),
                layer_name(schema, layer.layer) if layer is not None else "",
                number(each.articles),
                percent(layer.f_exact if layer is not None else None),
                figure(layer.gamma if layer is not None and layer.gamma_counts else None),
                percent(moved),
            )
        )
    return rows


def drift_headings() -> tuple[str, ...]:
    """Return the headings of `drift_rows`."""
    return (
        translate("Person", "Label"),
        translate("Person", "First time"),
        translate("Person", "Second time"),
        translate("Person", "Both times"),
        translate("Person", "Same labels, %"),
    )


def drift_rows(schema: Schema, found: Round | None) -> list[tuple[str, ...]]:
    """Return a row for each label of a re-test: how often it was set the first time, the second time, both times."""
    return [
        (
            label_name(schema, each.layer, each.label),
            number(each.first),
            number(each.second),
            number(each.same),
            percent(each.share.f),
        )
        for each in (found.drift if found is not None else ())
    ]
