"""What the search in the browser works with."""
