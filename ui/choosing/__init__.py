"""Popups: label picker, command palette and other lists that filter while typing, notes and guidelines."""
