"""The window's four font sizes and its steps of spacing, in pixels at 100%. The article has its own sizes."""

SMALL = 12  # secondary words, key caps, axes
TEXT = 13  # everything else
TITLE = 16  # the title of a picture
HEADLINE = 25  # a single large figure
SIZES = (SMALL, TEXT, TITLE, HEADLINE)

TIGHT, NEAR, APART, WIDE, FAR = SPACES = (4, 8, 12, 16, 24)
