"""The left column: articles, rows of the open one, its history."""
