"""Readers of articles, from files, folders, web pages and pasted text. No module here accesses a project."""
