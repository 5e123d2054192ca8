"""The import and paste dialogs."""
