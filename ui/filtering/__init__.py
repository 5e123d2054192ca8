"""Filters of articles and spans."""
