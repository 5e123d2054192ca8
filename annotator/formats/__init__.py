"""Annotated data in and out."""
