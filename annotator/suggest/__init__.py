"""What proposes spans: spaCy pipelines, our own models, seen strings, rules."""
