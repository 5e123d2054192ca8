"""The export dialog, with its options and its lists of losses and open questions."""
