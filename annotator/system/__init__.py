"""Errors, files, locks and processes: what the rest of the core stands on."""
