"""The adapter, which learns from the analyst's labels and corrects the names that the pipeline before it finds."""
