"""A server on this machine for a built site: the one that the gates use."""

from mentor_network.gates.server import QuietHandler, served

__all__ = ["QuietHandler", "served"]
