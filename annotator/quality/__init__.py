"""Measures of agreement between people: pure functions of labelled words and values."""
