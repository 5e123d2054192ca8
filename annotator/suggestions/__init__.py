"""What becomes of suggestions: renewed, held back, measured. Pure functions over values."""
