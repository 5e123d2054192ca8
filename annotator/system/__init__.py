"""Errors, files, locks and limits: what the rest of the core stands on."""
