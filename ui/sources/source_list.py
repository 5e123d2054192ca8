"""The list of sources, each with a check box that turns it on in this project."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.jobs.learning.source_quality import SourceCounts, Truth
from annotator.model.schema import Schema
from annotator.model.source_choices import SourceChoices
from annotator.suggest.adapter.layers import CLAIM
from annotator.suggest.llm import own_settings
from annotator.suggest.llm.source import NAME
from annotator.suggest.sources.categories import CHECKABLE, sounds_like_claims
from annotator.suggest.sources.pipeline_folder import other_release
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.label_roles import counterpart
from annotator.suggestions.reliability import Pace, Tally, Uncounted
from annotator.system.errors import AnnotatorError, ModelError
from ui.base.i18n import file_size, language_name, number, translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.base.messages import sentence
from ui.base.rows.plain_table import PlainTable
from ui.base.rows.rows_model import Index, ListModel
from ui.base.words.rule_names import code_name, licence_words, source_title

NOTHING = "–"  # shown where there is no figure


def kind_words(info: SourceInfo | None) -> str:
    """Return the text for a source's kind; ``info`` is None for a source that is no longer on this computer."""
    if info is None:
        return translate("Sources", "no longer here")
    return {
        SourceKind.MODEL: translate("Sources", "model"),
        SourceKind.SEEN: translate("Sources", "from earlier decisions"),
        SourceKind.RULES: translate("Sources", "by rules"),
        SourceKind.ASKED: translate("Sources", "used only when you ask it"),
        SourceKind.PATTERNS: translate("Sources", "phrases and patterns"),
        SourceKind.ZERO_SHOT: translate("Sources", "model for labels of any kind"),
    }[info.kind]


def facts_words(info: SourceInfo | None) -> str:
    """Return the text with a source's kind, language, version and licence."""
    if info is None:
        return translate("Sources", "No longer among the sources here, or its suggestions came with a file.")
    language = language_name(info.language) if info.language else translate("Sources", "any language")
    if info.kind is SourceKind.ASKED:
        return " · ".join(filter(None, (kind_words(info), info.version)))
    version = translate("Sources", "version {version}").format(version=info.release)
    release = " ".join(filter(None, (code_name(info.name), version)))
    return " · ".join(filter(None, (kind_words(info), language, release, licence_words(info.licence))))


def encoder_words(info: SourceInfo | None, pace: int | None) -> str:
    """Return the text with size and speed of a source's encoder, "" without one. ``pace`` is in words per second."""
    if info is None or info.encoder is None:
        return ""
    size = file_size(info.encoder_size)
    if pace is None:
        return translate("Sources", "Reads each article a second time with a larger model ({size}).").format(size=size)
    text = translate(
        "Sources", "Reads each article a second time with a larger model ({size}, about {count} words per second)."
    )
    return text.format(size=size, count=number(pace))


def release_words(info: SourceInfo | None) -> str:
    """Return a warning if a pipeline was made for another version of spaCy."""
    try:
        problem = other_release(info) if info is not None else None
    except ModelError as damaged:  # it was removed or changed after it was found
        problem = damaged
    return sentence(problem) if problem is not None else ""


def labels_words(info: SourceInfo | None, schema: Schema) -> str:
    """Return the text with the labels that a source can suggest, by their project names, and the labels left out."""
    if info is None:
        return ""
    names = {label.id: label_name(schema, label.layer, label.id) for label in reversed(schema.labels) if label.active}
    names |= {CHECKABLE: names[CLAIM]} if CLAIM in names else {}
    sorts = not info.labels_as and any(map(sounds_like_claims, info.categories))
    found = _found(info, names) | ({CLAIM: CLAIM} if sorts else {})
    shown = ", ".join(dict.fromkeys(names[label] for label in sorted(filter(None, found.values())) if label in names))
    missing = ", ".join([*info.left_out, *(own for own, label in found.items() if label not in names)])
    lines = [translate("Sources", "Labels: {labels}").format(labels=shown)] if shown else []
    if missing:
        lines.append(translate("Sources", "Left out, without a label in this project: {labels}").format(labels=missing))
    return "\n".join(lines)


def suggested_labels(info: SourceInfo, schema: Schema) -> tuple[str, ...]:
    """Return the ids of the project's labels that a source can suggest, sorted."""
    names = {label.id for label in schema.labels if label.active}
    return tuple(sorted({label for label in _found(info, names).values() if label is not None}))


def _found(info: SourceInfo, names: Container[str]) -> dict[str, str | None]:
    """Return the project's label for each label of a source, None for a label that the project lacks."""
    if info.kind is SourceKind.MODEL and not info.labels_as:
        return {label: counterpart(label, names, info.roles) for label in info.own_labels or info.labels}
    return {label: label for label in info.called}


def standing_words(standing: SourceCounts) -> str:
    """Return the text for how many suggestions are pending and decided, in one line."""
    text = translate("Sources", "{pending} pending · {decided} decided")
    return text.format(pending=number(standing.pending), decided=number(standing.decided))


def verdict_words(whole: Tally) -> str:
    """Return the text with the shares accepted, corrected and rejected, of suggestions looked at one by one."""
    if whole.share is None:
        return translate("Sources", "None of its suggestions has been looked at yet.")
    decided = whole.decided
    text = translate(
        "Sources",
        "{count} looked at one by one: {accepted} accepted as they were, {corrected} corrected, {rejected} rejected.",
    )
    shares = (percent(part / decided) for part in (whole.accepted, whole.corrected, whole.rejected))
    accepted, corrected, rejected = shares
    return text.format(count=number(decided), accepted=accepted, corrected=corrected, rejected=rejected)


def uncounted_words(apart: Uncounted) -> str:
    """Return the text for how many decisions are left out of the figures, and why; "" if there are none."""
    words = []
    if apart.sight:
        text = translate("Sources", "Decided by sight, several at once, and not counted: {count}.")
        words.append(text.format(count=number(apart.sight)))
    if apart.changed:
        words.append(translate("Sources", "Of these changed later: {count}.").format(count=number(apart.changed)))
    if apart.unknown:
        text = translate("Sources", "Accepted before this was recorded, and not counted: {count}.")
        words.append(text.format(count=number(apart.unknown)))
    return " ".join(words)


def pace_words(truth: Truth) -> str:
    """Return the text for how long decisions on suggestions and labels by hand take; "" if that is unknown."""
    if truth.suggested is None:
        return ""
    one = translate("Sources", "A decision on a suggestion took {seconds} s (one decision)")
    several = translate("Sources", "A decision on a suggestion took {seconds} s ({count} decisions)")
    with_it = _pace(one, several, truth.suggested)
    if truth.by_hand is None:
        return translate("Sources", "{told}.").format(told=with_it)
    one = translate("Sources", "a label by hand {seconds} s (one label)")
    several = translate("Sources", "a label by hand {seconds} s ({count} labels)")
    by_hand = _pace(one, several, truth.by_hand)
    return translate("Sources", "{told}, {by_hand}.").format(told=with_it, by_hand=by_hand)


def _pace(one: str, several: str, pace: Pace) -> str:
    text = one if pace.decisions == 1 else several
    return text.format(seconds=number(pace.seconds, 1), count=number(pace.decisions))


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share (0 to 1) in per cent, as text."""
    if share is None:
        return NOTHING
    return translate("Sources", "{number}%").format(number=number(100 * share, digits))


def figures(tally: Tally) -> list[str]:
    """Return the table cells for a tally: accepted, corrected, rejected, and the share."""
    counts: Iterable[int] = (tally.accepted, tally.corrected, tally.rejected)
    return [*map(number, counts), percent(tally.share)]


_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in the list. ``info`` is None if only its suggestions are left; ``problem`` is why it failed to load."""

    name: str
    info: SourceInfo | None
    on: bool
    problem: AnnotatorError | None = None
    standing: SourceCounts = field(default_factory=SourceCounts)

    @property
    def turns(self) -> bool:
        """Whether the source can be turned on and off. It cannot if it is not installed, or works only when asked."""
        return self.info is not None and self.info.kind is not SourceKind.ASKED


class SourceModel(ListModel[SourceRow]):
    """The sources, one in each row."""

    turned = Signal(str)  # the name of a source to toggle

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self._writable = writable

    def show_sources(self, rows: Sequence[SourceRow]) -> None:
        """Show these sources. If they are the same as before, the selection stays."""
        if [row.name for row in rows] != [row.name for row in self.shown]:
            self.show_rows(rows)
            return
        self.shown = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def text(self, row: int) -> str:
        return f"{_name(self.shown[row])}\n{state_words(self.shown[row])}"

    def spoken(self, row: int) -> str:
        shown = self.shown[row]
        return f"{_name(shown)}, {kind_words(shown.info)}, {state_words(shown)}"

    def tip(self, row: int) -> str:
        name = self.shown[row].name
        return code_name(name) or source_title(name)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        able = self._writable and index.isValid() and self.shown[index.row()].turns
        return usual | Qt.ItemFlag.ItemIsUserCheckable if able else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and (row := self.shown[index.row()]).turns:
            return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.turned.emit(self.shown[index.row()].name)
        return True


class SourceList(PlainTable):
    """The list of sources, with two lines for each. The space bar turns the selected source on or off."""

    def __init__(self, parent: QWidget | None = None, *, writable: bool) -> None:
        super().__init__("sourceList", QCoreApplication.translate("SourceList", "Sources"), parent)
        self.be_list(2 * self.fontMetrics().lineSpacing() + 14)
        self.sources = SourceModel(self, writable=writable)
        self.setModel(self.sources)

    def show_sources(self, rows: Sequence[SourceRow]) -> None:
        """Show these sources. The selected source stays selected; if it is not among them, the first is selected."""
        chosen = self.chosen()
        self.sources.show_sources(rows)
        if chosen is not None and not self.currentIndex().isValid():
            place = next((at for at, row in enumerate(rows) if row.name == chosen.name), 0)
            self.setCurrentIndex(self.sources.index(place))

    def chosen(self) -> SourceRow | None:
        index = self.currentIndex()
        return self.sources.shown[index.row()] if index.isValid() else None


def own_language_model(standings: Mapping[str, SourceCounts]) -> tuple[SourceInfo, ...]:
    """Return the user's language model as a source; () if it is not set up here and has suggested nothing."""
    own = own_settings.load()
    if not own.is_set and NAME not in standings:
        return ()
    return (SourceInfo(name=NAME, version=own.model, language=None, kind=SourceKind.ASKED),)


def arranged(
    infos: Sequence[SourceInfo],
    choices: SourceChoices,
    standings: Mapping[str, SourceCounts],
    problem: Callable[[SourceInfo], AnnotatorError | None],
) -> tuple[SourceRow, ...]:
    """Return a row for each source, most trusted first, then for those no longer on this computer."""
    here = [
        SourceRow(name=info.name, info=info, on=info.name not in choices.off, problem=problem(info)) for info in infos
    ]
    names = {row.name for row in here}
    gone = [SourceRow(name=name, info=None, on=False) for name in sorted({*standings, *choices.packages} - names)]
    return tuple(replace(row, standing=standings.get(row.name, SourceCounts())) for row in (*here, *gone))


def state_words(row: SourceRow) -> str:
    """Return the text for the numbers of a source's suggestions, or that the source could not be loaded."""
    if row.problem is not None:
        return QCoreApplication.translate("SourceList", "could not be loaded")
    return standing_words(row.standing)


def _name(row: SourceRow) -> str:
    return one_line(source_title(row.name), _LONGEST)
