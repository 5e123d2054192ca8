"""Corpora of millions of articles: a window that looks at suggestions for them, and brings samples into the project."""
