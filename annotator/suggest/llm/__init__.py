"""A language model at an address as a source: asked only on a person's command, and never trusted."""
