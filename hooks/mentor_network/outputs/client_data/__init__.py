"""JSON files that the site's own scripts load."""
