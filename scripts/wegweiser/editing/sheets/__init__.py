"""Check sheets: what we say about a house or an office, to be confirmed or corrected by itself once a year."""
