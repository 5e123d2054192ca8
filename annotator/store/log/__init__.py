"""The log in the project file: reading it, recording what is no edit, and taking other people's edits."""
