"""Our offset map compared with Qt's own counting."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from annotator.text.offsets import OffsetMap

TEXTS = st.text(st.sampled_from("aß🌊👩‍👧🇩🇪ä\u0301\u00a0\tشש"), max_size=30)


def counted_by_qt(text):
    layout = QTextLayout(text)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return line.textLength()


@given(TEXTS)
def test_offset_map_matches_qt(qapp, text):
    offsets = OffsetMap(text)
    for offset in range(1, len(text) + 1):
        assert offsets.to_utf16(offset) == counted_by_qt(text[:offset])
