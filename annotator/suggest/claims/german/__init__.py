"""German frames, verbs and phrases of reported speech."""
