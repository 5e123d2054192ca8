"""Claims as they are drawn: cards beside the text, links to what serves them, ways from one to the other."""
