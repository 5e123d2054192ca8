"""Read-only queries over the project file, one class for each kind of question."""
