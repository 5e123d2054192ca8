"""Rules that find claims and claimants by the grammar of reported speech in German and English, without a model."""
