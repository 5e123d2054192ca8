"""The rules of English claims."""
