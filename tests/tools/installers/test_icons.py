"""The icon: in all sizes, and in the files of Windows and macOS."""

import shutil

from PySide6.QtGui import QImage

from tools.installers.icons import FOLDER, SIZES, draw


def test_each_size_is_there_and_drawn(qapp):
    for size in SIZES:
        picture = QImage(str(FOLDER / f"spanwright-{size}.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(size // 2, size // 2).alpha() == 255


def test_icon_files_hold_the_drawn_pictures(qapp, tmp_path):
    shutil.copy(FOLDER / "spanwright.svg", tmp_path)
    draw(tmp_path)
    windows = QImage(str(tmp_path / "spanwright.ico"))
    assert not windows.isNull()
    mac = (tmp_path / "spanwright.icns").read_bytes()
    assert mac[:4] == b"icns"
    assert int.from_bytes(mac[4:8], "big") == len(mac)
    assert mac.count(b"\x89PNG") == 5
    assert (FOLDER / "spanwright.ico").read_bytes().count(b"\x89PNG") == 6
