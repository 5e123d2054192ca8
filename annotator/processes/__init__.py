"""Helper processes, and work that is split into slices."""
