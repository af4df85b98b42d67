"""Pages on which officers judge whether two mentions are one person."""
