"""Commands that move the caret or the ring."""
