"""Suggestions for many articles, and what is decided about them in bulk."""
