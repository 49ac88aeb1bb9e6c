"""The search of a journal: an index, and a scan of what the index has not taken in yet."""
