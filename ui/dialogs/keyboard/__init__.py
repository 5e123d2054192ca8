"""The list of all keys, and the key editor."""
