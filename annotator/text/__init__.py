"""What can be said of a text alone: offsets, tokens, sentences, likeness. No project, no schema, no model."""
