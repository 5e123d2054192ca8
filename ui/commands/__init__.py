"""What a key does to the article."""
