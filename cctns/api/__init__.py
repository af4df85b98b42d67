"""The API: thin routers over the same actions and queries that the pages call."""
