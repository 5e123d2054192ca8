"""The same words elsewhere: where they stand, what was decided about them, and what to do about all of them at once."""
