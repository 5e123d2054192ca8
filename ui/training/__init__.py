"""Training a pipeline on the project's articles, and judging whatever finds labels."""
