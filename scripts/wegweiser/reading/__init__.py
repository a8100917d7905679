"""From the bytes of a file to values with their places, and German sentences for what is wrong on the way."""
