"""Lookouts, what meets them, and the answers of the offices concerned."""
