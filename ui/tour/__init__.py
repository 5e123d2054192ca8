"""The two-minute tour."""
