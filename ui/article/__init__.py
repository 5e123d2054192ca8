"""The article: layout, painting, caret, keys, mouse, find."""
