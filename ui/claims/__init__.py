"""Drawing of claims: cards beside the text, and links to claimant, evidence and so on."""
