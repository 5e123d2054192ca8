"""Readers, one for each kind of article file, and for web pages."""
