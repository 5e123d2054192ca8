"""Suggestions from the analyst's own decisions."""
