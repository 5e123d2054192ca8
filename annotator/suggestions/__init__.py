"""Suggestions after their creation: renewed, held back, measured. Pure functions over values."""
