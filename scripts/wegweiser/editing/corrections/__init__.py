"""What those who know say about our facts: the value, how mail carries it, and how it gets into the files."""
