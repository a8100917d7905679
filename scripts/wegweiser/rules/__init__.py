"""Rules that need several records or a day: how facts age, who is responsible, what a family may get."""
