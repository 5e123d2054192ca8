"""What a person decides, as edits of the session, and what these are called: no widgets."""
