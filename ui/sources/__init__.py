"""Whom suggestions come from, whether they are asked in this project, and the truth about them."""
