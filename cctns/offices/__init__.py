"""Offices, officers, postings, and who may do what."""
