"""The formats of BioC and PubAnnotation."""
