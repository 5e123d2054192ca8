"""The manual: its chapters, the search in them, and the window that shows them."""
