"""The search: its index, its vocabulary, and what it shows of a page."""
