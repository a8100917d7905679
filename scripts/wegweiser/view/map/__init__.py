"""Where towns and houses lie: the drawing of the district, and what is near."""
