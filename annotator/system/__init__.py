"""Error classes, file access, locks and limits that the rest of the core builds on."""
