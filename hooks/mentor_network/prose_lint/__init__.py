"""A linter for authors' prose: segments of text, patterns, and the rules that use them."""
