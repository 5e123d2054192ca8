"""Suggestions for articles, from the suggestion process."""
