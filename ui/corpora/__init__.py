"""Corpora of millions of articles: a window that shows suggestions for them and adds samples to the project."""
