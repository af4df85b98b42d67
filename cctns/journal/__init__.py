"""The journal: one append-only, numbered, provable list of entries for every office."""
