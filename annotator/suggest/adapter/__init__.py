"""The adapter, which learns from the analyst and corrects the names of the pipeline below it."""
