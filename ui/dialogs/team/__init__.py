"""Dialogs for a team: dealing articles, and writing packages."""
