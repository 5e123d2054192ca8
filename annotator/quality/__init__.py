"""How far people agree: pure functions over labelled words and values."""
