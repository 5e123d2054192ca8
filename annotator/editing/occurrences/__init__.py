"""The same words elsewhere: where they stand, what was decided about them, and labelling them all at once."""
