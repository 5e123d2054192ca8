"""Processes, and what waits for them."""
