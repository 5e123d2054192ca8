"""The File menu: creating, opening, rescuing, repairing and copying projects."""
