"""Writing a First Information Report (IIF-I, BNSS 173): one question a page, saved page by page."""
