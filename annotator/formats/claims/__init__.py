"""Formats about claims alone."""
