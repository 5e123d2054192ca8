"""The four font sizes of the window, and its steps of space, in pixels at 100 %. The article has sizes of its own."""

SMALL = 12  # secondary words, key caps, axes
TEXT = 13  # everything else
TITLE = 16  # the title of a picture
HEADLINE = 25  # a number that stands for itself
SIZES = (SMALL, TEXT, TITLE, HEADLINE)

TIGHT, NEAR, APART, WIDE, FAR = SPACES = (4, 8, 12, 16, 24)
