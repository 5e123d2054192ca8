"""Questions about the results of a run: checks, counts, near-duplicates and samples."""
