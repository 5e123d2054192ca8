"""The export dialog, and lists of what to look at before."""
