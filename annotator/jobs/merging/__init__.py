"""Parts of a merge: reading copies, answering what they leave open, and telling what comes."""
