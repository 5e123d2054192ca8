"""The schema in the user's hands: labels, fields, relations and rules, edited before anything is done."""
