"""The log in the project file: reading it, recording what is not an edit, taking over other people's edits."""
