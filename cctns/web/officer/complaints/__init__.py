"""Complaints and petitions: intake with receipt, enquiry, reasoned outcome."""
