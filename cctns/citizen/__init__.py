"""What the police do for people who ask: where a case stands, and which services were given."""
