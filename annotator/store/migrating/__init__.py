"""The tables of a project file, and their migrations."""
