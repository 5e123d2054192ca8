"""Working together: articles dealt and packed, agreement, adjudication, re-tests, practice, comments."""
