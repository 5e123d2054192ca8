"""The part of the self-test that needs Qt: icons, and a window that is painted."""

import os
import sys

import qtawesome
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel

from annotator.selftest import Check

ICON = "mdi6.check"


def icons() -> str:
    """Paint an icon of the font that ships with qtawesome."""
    _application()
    image = qtawesome.icon(ICON).pixmap(32, 32).toImage()
    if image.isNull() or not _is_painted(image):
        raise RuntimeError(f"{ICON} is empty")
    return f"{ICON} of qtawesome {qtawesome.__version__}"


def window() -> str:
    """Show a window with text and an emoji, and look at what was painted."""
    _application()
    label = QLabel("Behauptung 🎈 Köln")
    label.show()
    image = label.grab().toImage()
    label.close()
    if not _is_painted(image):
        raise RuntimeError("nothing was painted; is there a font?")
    version = QLibraryInfo.version().toString()
    return f"Qt {version} painted {image.width()}×{image.height()} on {QGuiApplication.platformName()}"


CHECKS: tuple[Check, ...] = (("icons", icons), ("window", window))


_kept: list[QApplication] = []  # Qt ends with the last reference to its application


def _application() -> None:
    """Have an application; without a screen it paints into memory."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QApplication.instance() is None:
        _kept.append(QApplication(["spanwright"]))


def _is_painted(image: QImage) -> bool:
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return len(colours) > 1
