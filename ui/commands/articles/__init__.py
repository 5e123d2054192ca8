"""Commands about an article as a whole, or about its paragraphs and sentences."""
