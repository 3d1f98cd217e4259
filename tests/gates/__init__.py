"""The gates of the built site: what every page must hold, as functions from a page to what is wrong with it."""
