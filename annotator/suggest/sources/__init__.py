"""The sources of suggestions, and the pipelines they read with."""
