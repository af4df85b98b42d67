"""Pure Python: no Django, no database."""
