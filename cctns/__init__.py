"""CCTNS: an open Crime and Criminal Tracking Network & Systems."""
