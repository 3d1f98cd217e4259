"""The search: the Pagefind index, the vocabulary, and the metadata of results."""
