"""Draws the icon in all sizes from its SVG: ``python -m tools.installers.icons``.

The pictures are committed, since the window and three systems use them.
"""

import os
import struct
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources/app_icon"
SIZES = (16, 24, 32, 48, 64, 128, 256)
_WINDOWS = (16, 24, 32, 48, 64, 256)
_MAC = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256}  # kind of a PNG in an icon file: pixels


def draw(folder: Path) -> None:
    """Write the pictures beside the SVG in a folder: PNG in all sizes, one icon file each for Windows and macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(folder / "spanwright.svg"))
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.save(str(folder / f"spanwright-{size}.png"))
    del application
    pngs = {size: (folder / f"spanwright-{size}.png").read_bytes() for size in SIZES}
    (folder / "spanwright.ico").write_bytes(windows_icon({size: pngs[size] for size in _WINDOWS}))
    (folder / "spanwright.icns").write_bytes(mac_icon({kind: pngs[size] for kind, size in _MAC.items()}))


def windows_icon(pngs: dict[int, bytes]) -> bytes:
    """Return an ICO file of PNG pictures, given by their width in pixels."""
    at = 6 + 16 * len(pngs)
    head, body = struct.pack("<HHH", 0, 1, len(pngs)), b""
    for size, png in pngs.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at + len(body))
        body += png
    return head + body


def mac_icon(pngs: dict[bytes, bytes]) -> bytes:
    """Return an ICNS file of PNG pictures, given by the four letters of their kind."""
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pngs.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    draw(FOLDER)
