"""Claims as they are drawn: cards beside the text, and links to claimant, evidence and so on."""
