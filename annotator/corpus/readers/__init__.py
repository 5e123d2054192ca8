"""Readers of single kinds of article files, and of web pages."""
