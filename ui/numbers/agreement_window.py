"""Project → Agreement: how far people agree on articles that several of them finished, and where they differ."""

from collections.abc import Collection

from PySide6.QtCore import QElapsedTimer, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.jobs.team.agreement import AgreementRequest, DisagreementQuery, Disagreements, disagreements, measure
from annotator.quality.measures.figures import Agreement, LayerAgreement, OfPair
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import field_name, label_name, relation_name
from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill, named, refill
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.numbers import agreement_words as in_words
from ui.numbers.agreement_tables import ConfusionTable, DisagreementTable, FieldTable, PairTable, ShareRow, ShareTable
from ui.numbers.charts import month_name
from ui.numbers.no_agreement import NoAgreement

_QUIET = 2_000  # milliseconds between the last edit and the next measurement
_PATIENCE = 5  # wait so many times as long as a measurement takes
_WIDTH, _HEIGHT = 980, 700
_SHARES = (1, 2)  # of the height: the table, and the places listed below it


class AgreementWindow(QDialog):
    """The agreement window: a plain sentence, then the figures behind it. It can stay open beside the article."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive
    adjudicate_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Agreement"))
        self.setSizeGripEnabled(True)
        self._schema = session.required().schema
        self._path = session.required().path
        self._found: Agreement | None = None
        self._listed = DisagreementQuery(layer="")
        # Qt styles a widget when it is first measured, and again at each new parent: so each gets its own when built.
        self.sentence = plain(role="title", name="agreementSentence", wraps=True)
        self.chance = plain(role="muted", name="agreementChance", wraps=True)
        self.nothing = NoAgreement(writable=session.writable)
        self.layers = named(QComboBox(self), "agreementLayer", self.tr("Layer"))
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tabs = Tabs("agreementTab", list(enumerate(self._titles())), self)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self.pages = QStackedWidget(self._halves)
        self.pairs = PairTable(self.pages)
        self.labels = ShareTable("agreementLabels", self.tr("Agreement by label"), self.pages)
        self.confusion = ConfusionTable(self._schema, self.pages)
        self.months = ShareTable("agreementMonths", self.tr("Agreement by month"), self.pages)
        self.fields = FieldTable(self.pages)
        for page in (self.pairs, self.labels, self.confusion, self.months, self.fields):
            self.pages.addWidget(page)
        self.heading = plain(role="muted", name="agreementHeading", wraps=True)
        self._lower = QWidget(self._halves)
        self.places = DisagreementTable(self._schema, self._lower)
        self.places.hide()
        self.line = JobLine()
        self._measuring = LastQuestion(files, self._on_measured, self, self.line.advance)
        self._listing = LastQuestion(files, self._on_listed, self, self.line.advance)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._took = QElapsedTimer()
        self.adjudicate = dialog_button("agreementAdjudicate", self.tr("Ad&judicate…"))
        self.adjudicate.setVisible(session.writable)
        self._close = dialog_button("agreementClose", self.tr("Close"))
        self._lay_out()
        self._connect(session)
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._show_nothing("")
        self.measure()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_heading_whole()

    @Slot()
    def measure(self) -> None:
        """Measure the agreement again; all choices in the window stay."""
        self.line.begin(self.tr("Measuring…"))
        self._measuring.cancel()
        self._took.start()
        self._measuring.ask(measure, self._path, AgreementRequest())

    def done(self, result: int) -> None:
        for asking in (self._measuring, self._listing):
            asking.cancel()
        self._again.stop()
        super().done(result)

    @property
    def layer(self) -> LayerAgreement | None:
        chosen = self.layers.currentData()
        return self._found.layer(chosen) if self._found is not None and chosen is not None else None

    # Inside

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Pairs"),
            self.tr("Labels"),
            self.tr("Confusions"),
            self.tr("Months"),
            self.tr("Fields and relations"),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.layers, 0, Qt.AlignmentFlag.AlignTop)
        row = fill(QHBoxLayout(), self.tabs, 1)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTop)  # also while no places are listed below it
        fill(QVBoxLayout(self._lower), self.heading, self.places, margins=0)
        halves = self._halves
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 1)
        foot = fill(QHBoxLayout(), (self.line, 1), self.adjudicate, self._close)
        parts = (head, self.chance, row, (halves, 1), (self.nothing, 1), foot)
        fill(QVBoxLayout(self), *parts, margins=(16, 14, 16, 14), spacing=10)

    def _connect(self, session: Session) -> None:
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        self.layers.currentIndexChanged.connect(self._show)
        self.pairs.wanted.connect(self._list_pair)
        self.confusion.wanted.connect(self._list_confusion)
        self.fields.wanted.connect(self._list_field)
        self.places.jump_wanted.connect(self.jump_wanted)
        self._again.timeout.connect(self.measure)
        for asking in (self._measuring, self._listing):
            asking.failed.connect(self.line.fail)
        self.adjudicate.clicked.connect(self.adjudicate_wanted)
        self.nothing.merge_wanted.connect(self.merge_wanted)
        self._close.clicked.connect(self.reject)
        session.edited.connect(self._on_changed)
        session.documents_changed.connect(self._on_changed)

    def _on_measured(self, found: Agreement) -> None:
        self._again.setInterval(max(_QUIET, _PATIENCE * self._took.elapsed()))
        self.line.end("")
        self._found = found
        ids = [layer.id for layer in self._schema.layers if found.layer(layer.id) is not None]
        refill(self.layers, [(in_words.layer_name(self._schema, id_), id_) for id_ in ids], self.layers.currentData())
        self.layers.setVisible(len(found.layers) > 1)
        self._show()

    @Slot()
    def _show(self) -> None:
        layer = self.layer
        if layer is None:
            self._show_nothing(in_words.nothing_yet(self._found) if self._found is not None else "")
            return
        self._show_figures(True)
        self.adjudicate.setEnabled(True)
        self.sentence.setText(in_words.sentence(layer))
        self.chance.setText(in_words.beyond_chance(layer))
        people = sorted({name for pair in layer.between for name in (pair.one, pair.other)})
        self.pairs.pairs.show_pairs(people, layer.between)
        self.labels.shares.show_rows(
            [
                ShareRow(label_name(self._schema, layer.layer, each.label), each.f, each.interval, each.labels)
                for each in layer.labels
            ]
        )
        self.months.shares.show_rows(
            [ShareRow(month_name(each.month), each.f, None, each.labels) for each in layer.months]
        )
        self.confusion.rows.show_confusions(layer)
        fields = self._field_rows(layer)
        self.fields.figures.show(fields)
        self.tabs.show_choice(self.pages.indexOf(self.fields), shown=bool(fields))
        if not fields and self.pages.currentWidget() is self.fields:
            self.tabs.choose(0)
            self.pages.setCurrentIndex(0)
        if self._listed.layer != layer.layer:
            self._show_places(Disagreements((), 0), self._hint())
        else:
            self._listing.ask(disagreements, self._path, self._listed)

    def _show_nothing(self, said: str) -> None:
        self.sentence.setText(said)
        self.nothing.title.setText(said)
        self._show_figures(False)
        self.nothing.setVisible(bool(said))
        self._halves.setVisible(not said)  # keeps the buttons at the foot while it is being measured
        self.adjudicate.setEnabled(False)
        self._show_places(Disagreements((), 0), "")

    def _show_figures(self, shown: bool) -> None:  # noqa: FBT001 - as `setVisible`
        for part in (self.tabs, self.pages, self.chance, self.sentence, self._halves):
            part.setVisible(shown)
        self.nothing.setVisible(not shown)

    def _field_rows(self, layer: LayerAgreement) -> list[tuple[str, str, str]]:
        fields = [
            (field_name(self._schema, layer.layer, each.field), number(each.spans), in_words.alpha(each.alpha))
            for each in layer.fields
        ]
        taken = {called for called, *_ in fields}
        return fields + [
            (
                self._told_apart(relation_name(self._schema, each.relation), taken),
                number(each.relations),
                f"F {in_words.figure(each.f)}",
            )
            for each in layer.relations
        ]

    def _told_apart(self, relation: str, fields: Collection[str]) -> str:
        """Return a relation's name, with what it is if a field is called the same."""
        return self.tr("{relation} (relation)").format(relation=relation) if relation in fields else relation

    @Slot(object)
    def _list_pair(self, pair: OfPair) -> None:
        layer = self.layer
        if layer is not None:
            self._list(DisagreementQuery(layer=layer.layer, between=(pair.one, pair.other)))

    @Slot(QModelIndex)
    def _list_confusion(self, index: QModelIndex) -> None:
        layer, confused = self.layer, self.confusion.rows.shown[index.row()]
        if layer is not None:
            self._list(DisagreementQuery(layer=layer.layer, labels=(confused.one, confused.other)))

    @Slot(QModelIndex)
    def _list_field(self, index: QModelIndex) -> None:
        if (layer := self.layer) is None:
            return
        asked = [DisagreementQuery(layer=layer.layer, field=each.field) for each in layer.fields]
        asked += [DisagreementQuery(layer=layer.layer, relation=each.relation) for each in layer.relations]
        self._list(asked[index.row()])

    def _list(self, asked: DisagreementQuery) -> None:
        self._listed = asked
        self.line.begin(self.tr("Listing…"))
        self._listing.ask(disagreements, self._path, asked)

    def _on_listed(self, found: Disagreements) -> None:
        self.line.end("")
        what = in_words.asked_about(self._schema, self._listed)
        count = self.tr("1 disagreement") if found.number == 1 else self.tr("{count} disagreements")
        said = f"{what}: {count.format(count=number(found.number))}."
        if found.number > len(found.listed):
            said += " " + self.tr("The first {count} are listed.").format(count=number(len(found.listed)))
        self._show_places(found, said)

    def _show_places(self, found: Disagreements, said: str) -> None:
        self.heading.setText(said)
        self._keep_heading_whole()
        listed = bool(found.listed)
        if listed == self.places.isHidden():
            self.places.setVisible(listed)
            top, below = _SHARES if listed else (1, 0)  # few people, but many places; without places, only their hint
            whole = sum(self._halves.sizes()) or _HEIGHT
            self._halves.setSizes([whole * top // (top + below), whole * below // (top + below)])
        self.places.places.show_places(self._listed, found.listed)

    def _keep_heading_whole(self) -> None:
        """Reserve room for all lines of the heading, as a splitter does not ask how high a wrapped text is."""
        self.heading.setMinimumHeight(max(0, self.heading.heightForWidth(self.heading.width())))  # -1 for no text

    def _hint(self) -> str:
        return self.tr("Click a pair, a confusion, a field or a relation to list where people differ.")

    @Slot()
    def _on_changed(self) -> None:
        self._again.start()
