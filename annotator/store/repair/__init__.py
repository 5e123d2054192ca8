"""Repair of a damaged project file: its rows are salvaged into a new file."""
