"""Changing a schema: the change, its effects on a project, and the flaws of a draft."""
