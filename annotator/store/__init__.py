"""The project file. Nothing else speaks SQL."""
