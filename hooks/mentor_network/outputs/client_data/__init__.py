"""JSON that the site's own scripts load."""
