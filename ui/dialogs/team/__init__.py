"""Dialogs for a team: assigning articles, writing packages, re-tests, practice and comments."""
