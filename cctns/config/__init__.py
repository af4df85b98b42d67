"""How an installation is set up: environment, keys, database and the processes that serve it."""
