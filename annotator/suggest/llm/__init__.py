"""A language model at an address as a source of suggestions; it is asked only on command, and never trusted."""
