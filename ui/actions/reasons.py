"""Why an action cannot be done now, for the palette and for keys without effect."""

from PySide6.QtCore import QCoreApplication

from ui.actions.actions import When
from ui.bridge.session import Session

translate = QCoreApplication.translate


def why_not(when: When, session: Session) -> str:
    """Return what is missing for actions enabled ``when``."""
    if session.project is None:
        return translate("Palette", "Open a project first")
    if when in {When.WRITABLE, When.EDITABLE, When.UNDO, When.REDO} and not session.writable:
        return translate("Palette", "The project is open for reading only")
    if when is When.UNDO:
        return translate("Palette", "Nothing to undo")
    if when is When.REDO:
        return translate("Palette", "Nothing to redo")
    return translate("Palette", "Open an article first")
