"""Questions about the results of a run: checks, counts, near copies and samples."""
