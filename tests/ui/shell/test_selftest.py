"""The window's part of the self-test."""

from PySide6.QtGui import QColor, QImage

from annotator.cli.selftest import run
from ui.shell import selftest


def test_icons_and_window_are_painted(qapp, capsys):
    assert run(selftest.CHECKS) == 0
    assert capsys.readouterr().out.count("ok ") == len(selftest.CHECKS)


def test_an_empty_picture_is_not_painted(qapp):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert not selftest._is_painted(image)
