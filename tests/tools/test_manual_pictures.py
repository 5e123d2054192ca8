"""The script that takes the pictures of the manual."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from tools.manual_pictures import FOLDER, reduced

ROOT = Path(__file__).parents[2]


def test_script_takes_a_picture_like_the_committed_one(tmp_path):
    command = [sys.executable, "-m", "tools.manual_pictures", "palette", "--language", "de", "--into", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=dict(os.environ), check=True, timeout=240, capture_output=True)
    made, there = (QImage(str(folder / "de/pictures/palette.png")) for folder in (tmp_path, FOLDER))
    assert not made.isNull()
    assert made.width() == there.width()
    assert made.colorCount() <= 256


def test_picture_keeps_its_frequent_colours():
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(0xFFFFFFFF)
    pixels = np.frombuffer(image.bits(), np.uint32).reshape(300, 400)
    pixels[:100] = np.arange(40_000, dtype=np.uint32).reshape(100, 400) * 400 | 0xFF000000
    small = reduced(image)
    assert small.colorCount() <= 256
    assert small.pixelColor(200, 200).name() == "#ffffff"
    assert {small.pixelColor(x, 250).name() for x in (0, 399)} == {"#d9d5cd"}
