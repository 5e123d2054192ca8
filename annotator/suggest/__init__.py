"""Sources of suggestions. A source never reads the project file and never decides for a person."""
