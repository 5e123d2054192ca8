"""Training a pipeline on the project's articles, and evaluating models."""
