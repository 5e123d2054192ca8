"""What the encoder of meaning says of claims and sentences; only thorough suggestions ask it."""
