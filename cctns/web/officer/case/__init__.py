"""The case page: what the FIR says, what the law asks for next, and what was done by whom."""
