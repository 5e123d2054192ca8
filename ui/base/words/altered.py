"""Messages about a project whose database schema another program altered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.store.checks.schema_guard import Alteration

_NAMED = 2  # objects named in a message
_KINDS = {
    "trigger": QT_TRANSLATE_NOOP("Altered", "trigger {name}"),
    "view": QT_TRANSLATE_NOOP("Altered", "view {name}"),
    "index": QT_TRANSLATE_NOOP("Altered", "index {name}"),
}
_TABLE = QT_TRANSLATE_NOOP("Altered", "table {name}")


def altered_words(project: "Project") -> str:
    """Return the message that an altered project is open for reading only, with what was altered."""
    translate = QCoreApplication.translate
    named = ", ".join(map(_name, project.altered[:_NAMED]))
    more = len(project.altered) - _NAMED
    if more > 0:
        named = translate("Altered", "{objects} and {count} more").format(objects=named, count=number(more))
    words = translate(
        "Altered", "{file} is open for reading only: another program altered it ({objects}), and labels could be lost."
    )
    return words.format(file=project.path.name, objects=named)


def _name(alteration: "Alteration") -> str:
    pattern = _KINDS.get(alteration.kind, _TABLE)
    return QCoreApplication.translate("Altered", pattern).format(name=alteration.title)
