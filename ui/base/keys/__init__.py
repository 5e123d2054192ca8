"""Which widget gets a key, and the line that names the keys."""
