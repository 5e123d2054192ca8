"""The schema window: labels, fields, relations and rules, edited as a draft that is applied in one step."""
