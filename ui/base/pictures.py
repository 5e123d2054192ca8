"""Export of a painting as SVG or PNG, and atomic writing of files. Usable on any thread."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from annotator.system import whole_files
from annotator.system.disk import reason
from annotator.system.errors import FormatError

Paint: TypeAlias = Callable[[QPainter], None]

_PER_INCH = 96  # pixels per inch, as in a browser
_FONT = re.compile(rb'font-family="([^"]+)"')
_SHARP = 2  # PNG pixels per screen pixel
BOM = b"\xef\xbb\xbf"  # spreadsheets recognise UTF-8 by it


def svg(size: QSize, title: str, paint: Paint) -> bytes:
    """Return what ``paint`` draws as an SVG picture."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = _Buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer.device)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setResolution(_PER_INCH)
    generator.setTitle(title)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return _FONT.sub(rb'font-family="\1, sans-serif"', buffer.content)


def png(size: QSize, paint: Paint) -> bytes:
    """Return what ``paint`` draws as a PNG picture that has twice the pixels of ``size``."""
    image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    buffer = _Buffer()
    image.save(buffer.device, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes
    return buffer.content


def put(content: bytes, target: Path) -> None:
    """Write a file completely or not at all.

    Raises:
        FormatError: ``format.target``.
    """
    try:
        whole_files.put(target, content)
    except OSError as error:
        raise FormatError("format.target", file=target.name, reason=reason(error)) from error


class _Buffer:
    """A buffer in memory that a picture is written to."""

    def __init__(self) -> None:
        self._bytes = QByteArray()
        self.device = QBuffer(self._bytes)
        self.device.open(QIODevice.OpenModeFlag.WriteOnly)

    @property
    def content(self) -> bytes:
        self.device.close()
        return bytes(self._bytes.data())
