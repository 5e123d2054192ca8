"""Commands: what actions and keys do to the article."""
