"""Persons as one office mentions them: names, relatives, addresses, identity papers."""
