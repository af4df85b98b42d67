"""Practising on a node of its own: the sandbox station, guided lessons, and who did which.

What was done is read from the practice node's journal; there is no second truth about it.
"""
