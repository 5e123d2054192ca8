"""The columns beside the article."""
