"""Pages for people who came to the police: no sign-in, no script, no cookie kept."""
