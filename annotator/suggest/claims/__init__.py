"""Claims and their claimants, found by the grammar of reported speech in German and English, without a model."""
