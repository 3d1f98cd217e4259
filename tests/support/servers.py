"""The local web server for built sites, which is that of the gates."""

from mentor_network.gates.server import QuietHandler, served

__all__ = ["QuietHandler", "served"]
