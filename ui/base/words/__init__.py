"""Words for numbers, days, questions, places in files, rules and sources."""
