"""Read the texts that a table shows."""


def cells(table):
    """Return the texts of all cells, row by row."""
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
