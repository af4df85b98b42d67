"""FIRs and the cases that grow from them (BNSS 173 and after)."""
