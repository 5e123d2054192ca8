"""The window Who Is Who, with the people and organisations behind the project's mentions."""
