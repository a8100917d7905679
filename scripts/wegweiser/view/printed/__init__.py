"""What is printed for the site: which sheets and posters there are, and whom each of them names."""
