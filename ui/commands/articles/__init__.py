"""Commands for the article as a whole, its paragraphs and its sentences."""
