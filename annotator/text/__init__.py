"""Functions on plain text: offsets, tokens, sentences, similarity. No project, no schema, no model."""
