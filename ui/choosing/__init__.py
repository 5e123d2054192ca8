"""Lists that filter as one types: the label picker and the command palette; and the note at a span."""
