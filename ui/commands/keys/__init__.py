"""Key hints for the current situation."""
