"""The set-up of GLiNER: a Python to run it, a model folder, and downloads on request."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.suggest.sources import gliner
from annotator.suggest.sources.gliner import GlinerOffer
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_file, ask_folder
from ui.base.i18n import file_size
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.look.sizes import APART, NEAR, WIDE
from ui.base.messages import sentence
from ui.base.saving import question_box
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import button_box, form_layout, open_question
from ui.base.widgets.focus_back import FocusBack
from ui.base.widgets.inputs import fill, named
from ui.jobs.job_line import JobLine
from ui.jobs.workers import Job, JobProcess


class GlinerSetup(QDialog):
    """The dialog that sets up GLiNER. It tries the chosen Python and model before they are used."""

    set_up = Signal()

    def __init__(self, process: JobProcess, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("glinerSetup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Set Up GLiNER"))
        self._process = process
        self._job: Job | None = None
        known = gliner.chosen()
        self.python = _field("glinerPython", self.tr("Python"), known.python if known is not None else "")
        self.folder = _field("glinerFolder", self.tr("Model folder"), known.folder if known is not None else "")
        self.name = _field("glinerName", self.tr("Name on huggingface.co"), "")
        self.name.setPlaceholderText("urchade/gliner_multi-v2.1")
        self.find_python = dialog_button("glinerFindPython", self.tr("&Choose…"))
        self.find_folder = dialog_button("glinerFindFolder", self.tr("C&hoose…"))
        self.download = dialog_button("glinerDownload", self.tr("&Download…"))
        self.line = JobLine()
        self._buttons = button_box(self)
        self.ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("&Try and Use"))
        self._focus = FocusBack(self)
        self._lay_out()
        self._connect()
        name_buttons(self)
        self._show_buttons()
        resize_within_screen(self, self.sizeHint().width(), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(620, super().sizeHint().height())

    @property
    def busy(self) -> bool:
        """Return whether a model is being tried or downloaded."""
        return self._job is not None

    @Slot()
    def accept(self) -> None:
        self._begin(self.tr("Loading the model, which may take a minute…"))
        arguments = (self.python.text().strip(), Path(self.folder.text().strip()))
        self._job = self._process.start(gliner.set_up, *arguments, done=self._on_set_up, failed=self._on_failed)
        self._show_buttons()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._process.cancel(self._job)
            self._job = None
        super().done(result)

    # Inside

    @Slot()
    def _look_up(self) -> None:
        name = self.name.text().strip()
        self._begin(self.tr("Looking up “{source}” on the web…").format(source=name))
        python = self.python.text().strip()
        self._job = self._process.start(gliner.look_up, python, name, done=self._ask_to_fetch, failed=self._on_failed)
        self._show_buttons()

    def _ask_to_fetch(self, offer: GlinerOffer) -> None:
        """Ask whether to download a model; show its size and licence. Nothing is downloaded before the answer."""
        self._end("")
        facts = self.tr("{size}, licence: {licence}").format(
            size=file_size(offer.size), licence=offer.licence or self.tr("not stated")
        )
        end = self.tr("It comes from huggingface.co. Nothing else is downloaded, and nothing is sent.")
        text = self.tr("Download {name} from the web?").format(name=offer.name)
        question = question_box(self, "glinerFetchQuestion", self.tr("Download a Model"), text, f"{facts}\n\n{end}")
        open_question(question, self.tr("Download"), lambda: self._fetch(offer))

    def _fetch(self, offer: GlinerOffer) -> None:
        self._begin(self.tr("Downloading “{source}”…").format(source=offer.name))
        python, advanced = self.python.text().strip(), self.line.advance
        self._job = self._process.start(
            gliner.fetch, python, offer, done=self._on_fetched, failed=self._on_failed, advanced=advanced
        )
        self._show_buttons()

    def _on_fetched(self, folder: Path) -> None:
        self.folder.setText(str(folder))
        self._end(self.tr("Downloaded. “Try and Use” loads it."))

    def _on_set_up(self, _setup: object) -> None:
        self._end("")
        self.set_up.emit()
        super().accept()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._end("")
        self.line.warn(sentence(error))

    def _begin(self, words: str) -> None:
        self._focus.hold()
        self.line.begin(words)

    def _end(self, words: str) -> None:
        self._job = None
        self.line.end(words)
        self._show_buttons()
        self._focus.give_back(self._buttons.button(QDialogButtonBox.StandardButton.Cancel))

    @Slot()
    def _show_buttons(self) -> None:
        free = self._job is None
        python = bool(self.python.text().strip())
        self.ok.setEnabled(free and python and bool(self.folder.text().strip()))
        self.download.setEnabled(free and python and bool(self.name.text().strip()))
        for field in (self.python, self.folder, self.name):
            field.setEnabled(free)

    @Slot()
    def _ask_python(self) -> None:
        ask_file(
            self,
            "glinerPythonDialog",
            self.tr("The Python in which gliner is installed"),
            self.python.setText,
            start=self.python.text(),
            remembers=False,
            option=QFileDialog.Option.DontResolveSymlinks,  # keep the link of a virtual environment
        )

    @Slot()
    def _ask_folder(self) -> None:
        title, start = self.tr("Folder of a GLiNER model"), self.folder.text()
        ask_folder(self, "glinerFolderDialog", title, self.folder.setText, start=start, remembers=False)

    def _connect(self) -> None:
        self.find_python.clicked.connect(self._ask_python)
        self.find_folder.clicked.connect(self._ask_folder)
        self.download.clicked.connect(self._look_up)
        for field in (self.python, self.folder, self.name):
            field.textChanged.connect(self._show_buttons)

    def _lay_out(self) -> None:
        intro = self.tr(
            "GLiNER finds names of any kind by the words for your labels. It runs in your own Python, in which"
            " gliner must be installed. Nothing leaves this computer."
        )
        form = form_layout(down=APART)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Python:"), _beside(self.python, self.find_python))
        form.addRow(self.tr("Model folder:"), _beside(self.folder, self.find_folder))
        form.addRow(self.tr("Or from the web:"), _beside(self.name, self.download))
        warning = self.tr("Only safe weights (model.safetensors) are loaded, and no code that comes with a model.")
        fill(
            QVBoxLayout(self),
            plain(intro, wraps=True),
            form,
            plain(warning, "muted", wraps=True),
            1,
            self.line,
            self._buttons,
            margins=WIDE,
            spacing=APART,
        )


def _field(name: str, accessible: str, text: str) -> QLineEdit:
    return named(QLineEdit(text), name, accessible)


def _beside(field: QLineEdit, button: QPushButton) -> QHBoxLayout:
    return fill(QHBoxLayout(), (field, 1), button, spacing=NEAR)
