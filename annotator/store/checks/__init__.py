"""Checks of a project file: its schema, rows, indexes and pages."""
