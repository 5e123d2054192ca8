"""Row ends of a field grid, where its scroll area should end."""

from PySide6.QtWidgets import QGridLayout

from ui.panels.span.field_grid import ROWS, FieldGrid


def row_edges(grid: FieldGrid) -> list[int]:
    """Return the bottom of each field's row, in pixels from the top of the grid's parent."""
    layout = grid.layout()
    if not isinstance(layout, QGridLayout):
        return []
    edges = []
    for first in range(0, ROWS * len(grid.specs), ROWS):
        parts = [(first + row, column) for row in range(ROWS) for column in range(layout.columnCount())]
        items = [layout.itemAtPosition(row, column) for row, column in parts]
        bottoms = [item.geometry().bottom() for item in items if item is not None and not item.isEmpty()]
        edges += [grid.y() + max(bottoms) + 1] if bottoms else []
    return edges
