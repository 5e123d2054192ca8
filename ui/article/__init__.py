"""The article: its layout, painting, caret, keys, mouse and search."""
