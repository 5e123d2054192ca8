"""What is wrong with a project file: its schema, rows, indexes and pages."""
