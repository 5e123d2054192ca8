"""Dialogs for merging copies of a project, and for settling conflicts between the copies."""
