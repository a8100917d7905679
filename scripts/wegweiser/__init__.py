"""The guide: reads facts, checks them, and makes pages. Knows neither MkDocs nor the network."""
