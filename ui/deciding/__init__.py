"""The annotator's decisions as edits of the session, the names of these edits, and refusals, without widgets."""
