"""Who says what in the project: a window of its own."""
