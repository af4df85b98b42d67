"""The pages of every register: its list, an entry, a new entry, the next step, its papers."""
