"""The list of suggestions."""
