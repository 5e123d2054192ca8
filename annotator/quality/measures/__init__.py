"""Measures of agreement: pure functions of labelled words and values."""
