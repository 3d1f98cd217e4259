"""Makes a draft of what came by mail: the text of the contribution form or of a template, or the file itself.

`mail` gets the texts out of a message, `transcript` finds the file in a text, whatever mail programs did to it on the way,
and `draft` makes it the draft of an entry. Nothing here writes or prints, and nothing checks: that is for the caller.
"""

from mentor_network.authoring.receive.draft import Draft, receive

__all__ = ["Draft", "receive"]
