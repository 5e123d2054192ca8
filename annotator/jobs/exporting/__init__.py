"""Exporting datasets and reports."""
