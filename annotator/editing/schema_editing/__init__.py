"""Changes of a schema: the changes themselves, their effects on a project, and flaws of a draft."""
