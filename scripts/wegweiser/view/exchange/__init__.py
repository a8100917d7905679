"""What several standards ask for: facts as they are shown, in the parts that other programs know."""
