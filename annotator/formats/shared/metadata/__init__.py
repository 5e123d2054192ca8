"""Metadata of articles and spans, in formats with a place for them."""
