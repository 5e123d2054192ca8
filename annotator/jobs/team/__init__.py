"""Working together: dealing and packing articles, agreement, adjudication, re-tests, practice, comments."""
