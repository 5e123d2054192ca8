"""English frames, verbs and phrases of reported speech."""
