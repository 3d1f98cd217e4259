"""The catalogues as JSON with schemas and as CSV, for other programs."""
