"""Adjudication in the window: questions in the article, their keys, and the list of articles."""
