"""Whether two mentions of persons are one person: judgements, and what is derived from them."""
