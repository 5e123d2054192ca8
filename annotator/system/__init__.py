"""Errors, files, locks and limits, on which the rest of the core stands."""
