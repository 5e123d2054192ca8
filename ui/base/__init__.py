"""The common parts of the window: look, widgets, tables, keys, settings, messages."""
