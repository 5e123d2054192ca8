"""Measures of agreement between people: pure functions over labelled words and values."""
