"""The geometry of the article: blocks, lines, lanes and names of spans."""
