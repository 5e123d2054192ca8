"""Font sizes: four in all windows, named in one place."""

import re
from pathlib import Path

from annotator.system.resources import resource_path
from ui.base.look.sizes import SIZES
from ui.base.look.theme import LIGHT, sheet

UI = Path(__file__).parents[4] / "ui"
WRITTEN = re.compile(r"setPixelSize\(\s*\d|setPointSize|sized\([^()]*(?:\([^()]*\)[^()]*)*,\s*\d+")


def test_windows_have_four_font_sizes():
    assert SIZES == (12, 13, 16, 25)
    assert {int(size) for size in re.findall(r"font-size: (\d+)px", sheet(LIGHT))} <= set(SIZES)


def test_no_font_size_is_written_as_number():
    found = [path.name for path in UI.rglob("*.py") if WRITTEN.search(path.read_text("utf-8"))]
    assert found == []
    assert not re.search(r"font-size: *\d", resource_path("style.qss").read_text("utf-8"))
