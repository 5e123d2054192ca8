"""Readers of articles: what comes in as text becomes an `Article`. Nothing here knows the project."""
