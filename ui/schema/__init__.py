"""The schema window: labels, fields, relations and rules, edited as a draft and applied in one step."""
