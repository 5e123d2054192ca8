"""Annotated data: import and export."""
