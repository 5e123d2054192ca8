"""The form for the address, name and API key of the user's language model."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.suggest.llm.connection import host_of
from annotator.suggest.llm.own_settings import LOCAL, OwnModel
from annotator.system.errors import ModelError
from ui.base.i18n import translate
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.widgets.dialog_parts import form_layout
from ui.base.widgets.inputs import named

_LONGEST = 2_000  # characters of a field, at most


class LanguageModelForm(QWidget):
    """The form for the user's language model: three fields, and a line that says where articles would be sent."""

    edited = Signal()

    def __init__(self, own: OwnModel) -> None:
        super().__init__()
        self.address = self._field("modelAddress", self.tr("Address"), own.address, LOCAL)
        self.model = self._field("modelName", self.tr("Model"), own.model, self.tr("its name on the server"))
        self.key = self._field("modelKey", self.tr("Key"), own.key, self.tr("only if the server asks for one"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.where = plain(role="muted", name="modelWhere", wraps=True)
        form = form_layout(self)
        for label, field in (
            (self.tr("&Address"), self.address),
            (self.tr("&Model"), self.model),
            (self.tr("&Key"), self.key),
        ):
            form.addRow(label, field)
        form.addRow("", self.where)
        self._show_where()

    def chosen(self, own: OwnModel) -> OwnModel:
        """Return the settings with the typed address, name and key."""
        address, model, key = (field.text().strip() for field in (self.address, self.model, self.key))
        return replace(own, address=address, model=model, key=key)

    def _field(self, name: str, spoken: str, text: str, placeholder: str) -> QLineEdit:
        field = named(QLineEdit(text), name, spoken)
        field.setPlaceholderText(placeholder)
        field.setMaxLength(_LONGEST)
        field.textChanged.connect(self._on_edited)
        return field

    @Slot()
    def _on_edited(self) -> None:
        self._show_where()
        self.edited.emit()

    def _show_where(self) -> None:
        self.where.setText(where_words(self.address.text().strip()))


def where_words(address: str) -> str:
    """Return a sentence that says where articles would be sent, or why the address cannot be used."""
    if not address:
        return translate(
            "LanguageModelForm",
            "Any server that speaks OpenAI’s protocol: Ollama, llama.cpp or vLLM on this computer, or one elsewhere.",
        )
    try:
        host = host_of(address)
    except ModelError as problem:
        return sentence(problem)
    if host.startswith("http://"):  # HTTP is allowed only on this computer
        return translate("LanguageModelForm", "The model runs on this computer: articles do not leave it.")
    return translate("LanguageModelForm", "Articles that you ask about leave this computer and go to {host}.").format(
        host=host
    )
