"""Pages for educators: cases step by step, and what somebody new in a team should know."""
