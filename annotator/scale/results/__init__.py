"""The results of a run: checks, queries, near-duplicates and samples."""
