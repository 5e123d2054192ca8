"""Drawing of claims: cards beside the text, and lines to the claimant, the evidence and other linked spans."""
