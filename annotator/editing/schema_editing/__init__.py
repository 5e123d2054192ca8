"""Changing a schema: what a change does, what it would cost, and what is wrong with a draft."""
