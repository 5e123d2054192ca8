"""Search for articles, words and spans in the whole project."""
