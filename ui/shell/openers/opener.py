"""The base of the openers of adjudication, of working together and of one person's windows."""

from PySide6.QtCore import QObject, Signal

from ui.app_services import Desk
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.shell.frame import Frame
from ui.shell.windows import Windows


class Opener(QObject):
    """Carries out actions whose windows are created at first use."""

    told = Signal(str)

    def __init__(self, session: Session, desk: Desk, aim: Aim, windows: Windows, window: Frame) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._aim = aim
        self._windows = windows
        self._window = window
