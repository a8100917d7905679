"""What we do not know yet, and how good the rest is: counted in public."""
