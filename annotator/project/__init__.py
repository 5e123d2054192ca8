"""The facade of a project: open or create it, read it, apply edits and undo them."""
