"""The commands of a team: packages, merges, agreement, adjudication, re-tests and practice."""
