"""About, diagnostics, and the file for others."""
