"""Read-only queries over the project file, one room for each kind of question."""
