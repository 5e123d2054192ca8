"""The manual: its chapters, a search in all chapters, and the window that shows them."""
