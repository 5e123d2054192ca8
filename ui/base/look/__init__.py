"""Colours, fonts and painted pieces."""
