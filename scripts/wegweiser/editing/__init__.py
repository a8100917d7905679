"""What editors work with: reports on what is old, unconfirmed or unknown."""
