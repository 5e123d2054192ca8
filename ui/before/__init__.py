"""What was said before: the line on the claim card, and the page of the drawer."""
