"""The drawer below the article: lists of occurrences and suggestions, reviewed one by one or in bulk."""
