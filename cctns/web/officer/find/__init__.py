"""Finding FIRs by what an officer remembers of them, and taking a list away with a purpose."""
