"""About, diagnostics, and SQL access to the project file."""
