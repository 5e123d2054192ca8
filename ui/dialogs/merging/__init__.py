"""Merging copies of a project, and settling what people changed differently."""
