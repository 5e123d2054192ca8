"""Occurrences of the same words in other places: finding them, their state, and bulk changes."""
