"""Who is responsible, put together as people read it: for an offer, a town, a house, the step of a case."""
