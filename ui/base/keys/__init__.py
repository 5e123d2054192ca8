"""Which widget handles a key, and the line of key hints."""
