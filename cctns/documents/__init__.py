"""Papers: the FIR, the diary page and the receipt as signed PDFs, and the check of any of them."""
