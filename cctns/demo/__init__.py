"""A year in the life of the invented demo State: people, cases, complaints and diaries.

Everything is made up, deterministically from a seed, and marked synthetic on every page.
"""
