"""Administration of offices, postings, leave and logins; it opens no case."""
