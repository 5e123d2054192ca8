"""What can be said of the words of a text alone: sentences, names, likeness. No project, no schema, no model."""
