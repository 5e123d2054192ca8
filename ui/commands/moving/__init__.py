"""Commands that move the caret or the active row."""
