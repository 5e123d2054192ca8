"""The facade: open or create a project, read it, apply an edit, undo it."""
