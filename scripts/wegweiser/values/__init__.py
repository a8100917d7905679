"""Single values and how each is written: dates, hours, numbers, addresses, text; a problem with its place."""
