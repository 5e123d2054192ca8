"""Adds pipelines (installed ones, folders after a warning, and spaCy's own from the web), and removes pipelines."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from annotator.suggest.sources import foreign, official, own
from annotator.suggest.sources.official import Addresses, PipelineOffer
from annotator.suggest.sources.registry import package_folder
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_folder
from ui.base.i18n import number, translate
from ui.base.saving import question_box
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import open_question
from ui.base.widgets.inputs import named
from ui.jobs.workers import Job, JobProcess

_MB = 1 << 20


class SourceAdder(QObject):
    """A button with a menu of what can be added. A pipeline is loaded only in another process, never in the window's.

    Downloads run in the training process, so that suggestions go on meanwhile.
    """

    begun = Signal(str)  # what is being done, as text
    progressed = Signal(int, int)  # done, total
    stopped = Signal()  # the job was cancelled, or waits for the user's answer
    package_added = Signal(str)  # the name of an installed pipeline
    folder_added = Signal(object)  # the SourceInfo of a copied folder
    model_wanted = Signal()  # open the window of the language model
    failed = Signal(object)  # an AnnotatorError
    lists_wanted = Signal()  # open the project's word lists
    gliner_wanted = Signal()  # open the set-up of GLiNER

    def __init__(self, process: JobProcess, fetching: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self.places: Addresses | None = None  # where to look for published pipelines; None means spaCy's own site
        self._process = process
        self._fetching = fetching
        self._fetched = ""  # name of the pipeline that is being downloaded
        self._window = window
        self._job: Job | None = None
        self._known: frozenset[str] = frozenset()
        self.button = dialog_button("sourceAdd", self.tr("&Add"))
        self.button.setAccessibleName(self.tr("Add a pipeline"))
        self._menu = named(QMenu(self.button), "sourceAddMenu")
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self._web = QMenu(self.tr("From spaCy on the Web"), self._menu)
        self._web.menuAction().setObjectName("sourceAdd.web")

    @property
    def busy(self) -> bool:
        """Return whether a pipeline is being tried or downloaded."""
        return self._job is not None

    def leave_out(self, names: frozenset[str]) -> None:
        """Leave out of the menu the pipelines that the project already has."""
        self._known = names

    @Slot()
    def stop(self) -> None:
        """Cancel the current job."""
        job, self._job = self._job, None
        name, self._fetched = self._fetched, ""
        if job is None:
            return
        for process in (self._process, self._fetching):
            process.cancel(job)
        if name:
            official.remove_unfinished(name)
        self.stopped.emit()

    @Slot(str)
    def ask_about(self, folder: str) -> None:
        """Warn the user; on agreement, try the pipeline in a folder."""
        details = self.tr("Continue only if you trust whoever made {folder}. It is copied to your own pipelines.")
        question = question_box(
            self._window,
            "sourceTrustQuestion",
            self.tr("Add a Pipeline"),
            self.tr("A pipeline can run any program on this computer once it is loaded."),
            details.format(folder=folder),
        )
        open_question(question, self.tr("Trust and Add"), lambda: self._take_in(Path(folder)))

    # Inside

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for name in foreign.installed():
            if name not in self._known:
                action = self._menu.addAction(self.tr("Installed: {name}").format(name=name))
                action.setObjectName(f"sourceAdd.{name}")
                action.triggered.connect(lambda _checked=False, wanted=name: self._try_package(wanted))
        action = self._menu.addAction(self.tr("From a Folder…"))
        action.setObjectName("sourceAdd.folder")
        action.triggered.connect(self._ask_folder)
        action = self._menu.addAction(self.tr("Language Model at an Address…"))
        action.setObjectName("sourceAdd.model")
        action.triggered.connect(self.model_wanted)
        self._menu.addMenu(self._web)
        self._menu.addSeparator()
        for name, words, wanted in (
            ("sourceAdd.lists", self.tr("Word Lists and Patterns…"), self.lists_wanted),
            ("sourceAdd.gliner", self.tr("GLiNER…"), self.gliner_wanted),
        ):
            action = self._menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(wanted)
        self._web.clear()
        for name in official.NAMES:
            if name not in self._known:
                action = self._web.addAction(self.tr("Look up {name}…").format(name=name))
                action.setObjectName(f"sourceFetch.{name}")
                action.triggered.connect(lambda _checked=False, wanted=name: self._look_up(wanted))
        self._web.menuAction().setVisible(not self._web.isEmpty())

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self._window, "sourceFolder", self.tr("Folder of a spaCy pipeline"), self.ask_about)

    def _try_package(self, name: str) -> None:
        self.stop()
        self.begun.emit(_tried(name))
        self._job = self._process.start(
            foreign.try_out, package_folder(name), done=self._on_package, failed=self._on_failed
        )

    def _take_in(self, folder: Path) -> None:
        self.stop()
        self.begun.emit(_tried(folder.name))
        self._job = self._process.start(foreign.take_in, folder, done=self._on_folder, failed=self._on_failed)

    def _look_up(self, name: str) -> None:
        self.stop()
        self.begun.emit(self.tr("Looking up “{source}” on the web…").format(source=name))
        self._job = self._fetching.start(
            official.look_up, name, self.places, done=self._ask_to_fetch, failed=self._on_failed
        )

    def _ask_to_fetch(self, offer: PipelineOffer) -> None:
        """Ask whether to download a pipeline; show its source. Nothing is downloaded before the answer."""
        self._job = None
        self.stopped.emit()
        text = self.tr("Download {name} {version} from the web?").format(name=offer.name, version=offer.version)
        question = question_box(
            self._window, "sourceFetchQuestion", self.tr("Download a Pipeline"), text, offer_words(offer)
        )
        open_question(question, self.tr("Download"), lambda: self._fetch(offer))

    def _fetch(self, offer: PipelineOffer) -> None:
        self.stop()
        self.begun.emit(self.tr("Downloading “{source}”…").format(source=offer.name))
        self._fetched = offer.name
        self._job = self._fetching.start(
            official.fetch, offer, done=self._on_folder, failed=self._on_failed, advanced=self.progressed.emit
        )

    def _on_package(self, info: SourceInfo) -> None:
        self._job = None
        self.package_added.emit(info.name)

    def _on_folder(self, info: SourceInfo) -> None:
        self._job, self._fetched = None, ""
        self.folder_added.emit(info)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job, self._fetched = None, ""
        self.failed.emit(error)


def offer_words(offer: PipelineOffer) -> str:
    """Return the text that describes a download."""
    size = number(offer.size / _MB, 1) if offer.size is not None else None
    facts = (
        translate("SourceAdder", "{size} MB").format(size=size)
        if size
        else translate("SourceAdder", "size not stated"),
        offer.licence or translate("SourceAdder", "licence not stated"),
        translate("SourceAdder", "made for spaCy {release}, which is installed here").format(release=offer.spacy),
    )
    checked = (
        translate("SourceAdder", "It is checked against the published SHA-256 {checksum}.").format(
            checksum=offer.sha256
        )
        if offer.sha256 is not None
        else translate("SourceAdder", "No checksum is published: only the address vouches for it.")
    )
    end = translate("SourceAdder", "It is added to your own pipelines; nothing else is downloaded or sent.")
    return "\n\n".join((offer.address, " · ".join(facts), checked, end))


def _tried(name: str) -> str:
    return translate("SourceAdder", "Trying “{source}”…").format(source=name)


class SourceRemover(QObject):
    """A button, visible for pipelines that can be removed. Their files are deleted in another process."""

    begun = Signal(str)  # what is being done, as text
    removed = Signal(str)  # name of the pipeline that was removed
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, process: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._process = process
        self._window = window
        self._info: SourceInfo | None = None
        self._job: Job | None = None
        self.button = dialog_button("sourceRemove", self.tr("Remo&ve…"))
        self.button.setAccessibleName(self.tr("Remove the pipeline"))
        self.button.hide()
        self.button.clicked.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Return whether a pipeline is being removed."""
        return self._job is not None

    def offer(self, info: SourceInfo | None) -> None:
        """Show the button if the source is one of the user's own."""
        self._info = info if info is not None and own.is_own(info.folder) else None
        self.button.setVisible(self._info is not None)

    def _ask(self) -> None:
        info = self._info
        if info is None or self.busy:
            return
        details = self.tr("{folder} will be deleted. Its suggestions stay until they are decided or withdrawn.")
        question = question_box(
            self._window,
            "sourceRemoveQuestion",
            self.tr("Remove a Pipeline"),
            self.tr("Remove “{source}” from this computer, for all projects?").format(source=info.name),
            details.format(folder=info.folder),
        )
        destructive = QMessageBox.ButtonRole.DestructiveRole
        open_question(question, self.tr("Remove"), lambda: self._remove(info), destructive)

    def _remove(self, info: SourceInfo) -> None:
        self.begun.emit(self.tr("Removing “{source}”…").format(source=info.name))
        done = partial(self._on_removed, info.name)
        self._job = self._process.start(own.remove, info.folder, done=done, failed=self._on_failed)

    def _on_removed(self, name: str, _nothing: object) -> None:
        self._job = None
        self.removed.emit(name)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.failed.emit(error)
