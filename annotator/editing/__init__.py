"""Edits of rows, which can be applied, logged and undone."""
