"""Krippendorff's older α for unitizing (2004, pages 253 to 254), to compare uα with; wrong beyond two people."""

from itertools import combinations


def disagreement(raters, begin, length):
    """Return observed and expected disagreement; ``raters`` has for each person the units (start, end) of one label."""
    people = len(raters)
    cut = [list(sections(sorted(units), begin, begin + length)) for units in raters]
    observed = sum(apart(one, other) for one, other in combinations(cut, 2)) * 2 / (people * (people - 1) * length**2)
    units = [end - start for each in raters for start, end in each]
    gaps = [end - start for each in cut for start, end, labelled in each if not labelled]
    expected = 0.0
    for size in units:
        expected += (len(units) - 1) * (2 * size**3 - 3 * size**2 + size) / 3
        expected += size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
    whole = people * length
    return observed, expected * 2 / length / (whole * (whole - 1) - sum(size * (size - 1) for size in units))


def sections(units, begin, end):
    """Yield units and gaps in order."""
    at = begin
    for start, until in units:
        if start > at:
            yield at, start, False
        yield start, until, True
        at = until
    if at < end:
        yield at, end, False


def apart(one, other):
    """Return the disagreement of two people's sections."""
    found = 0
    for start, end, here in one:
        for since, until, there in other:
            if min(end, until) <= max(start, since):
                continue
            if here and there:
                found += (start - since) ** 2 + (end - until) ** 2
            elif here and since <= start and end <= until:
                found += (end - start) ** 2
            elif there and start <= since and until <= end:
                found += (until - since) ** 2
    return found
