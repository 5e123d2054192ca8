"""Formats of plain labels: Spanwright's own records, tables of spans, and W3C annotations."""
