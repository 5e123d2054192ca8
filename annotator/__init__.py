"""The core of Spanwright: values, rules, files. It never imports Qt."""
