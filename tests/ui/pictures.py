"""Comparing pictures of a widget."""

SEAMS = 12  # pixels of dashes and round corners that an edge or a scrolled seam runs through: they differ by themselves


def different(one, other):
    """Count the pixels that differ."""
    pixels = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    return sum(a != b for a, b in pixels)
