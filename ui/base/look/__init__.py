"""Colours, fonts, and the painting of small pieces."""
