"""Dialogs, and what they show."""
