"""Who says what: claims found by the grammar of reported speech, in German and English, without a model."""
