"""Signing in: passwords, second factor, sessions, and the posting one works under."""
