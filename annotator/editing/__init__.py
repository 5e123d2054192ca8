"""What people do to rows, as edits that can be applied, logged and undone."""
