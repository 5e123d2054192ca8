"""Readers of articles, from files, folders, web pages and pasted text. Nothing here knows the project."""
