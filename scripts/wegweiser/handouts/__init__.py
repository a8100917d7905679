"""Hand-over sheets on paper: what they say (`sheets`, `facts`) and how they become PDFs (`compile`)."""
