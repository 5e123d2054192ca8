"""The log of edits: undoing, replaying and merging."""
