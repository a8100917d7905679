"""How facts are said in German."""
