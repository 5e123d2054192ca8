"""The annotator's decisions as edits of the session, and the names of these edits, without widgets."""
