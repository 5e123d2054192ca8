"""The drawer below the article: the same words elsewhere, to be looked through and dealt with all at once."""
