"""The search: the index that the search page loads in parts, how words are folded, and the metadata of results."""
