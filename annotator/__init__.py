"""The core of Spanwright: values, rules, files. It never imports Qt."""

__version__ = "0.8.0"
