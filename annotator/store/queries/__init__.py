"""Queries that only read the project file, with one class for each kind of question."""
