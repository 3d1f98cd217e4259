"""The contribution form: which questions it asks, in which words, and what it must not ask."""
