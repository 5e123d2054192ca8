"""Tokens in files: a file's own, those of training, and columns of tokens."""
