"""The server of `serve`: a preview of the site on this machine, which shows each edit as soon as it is saved."""
