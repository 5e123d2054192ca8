"""The windows with numbers and charts: of the project, of how far people agree, and of one person."""
