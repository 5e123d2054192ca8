"""Edits of rows: building them, undoing them, replaying and merging logs, and questions that lead to edits."""
