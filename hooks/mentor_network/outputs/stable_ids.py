"""Names for things that outlive every address: the same for as long as a network keeps its name, wherever its site moves."""

from __future__ import annotations

import uuid

from mentor_network.records import Network

_OURS = uuid.UUID("6f1d7a52-3f5c-4c1e-9a51-0f7f6f0a9e11")


def lasting_id(network: Network, *parts: str) -> str:
    """An id for something of a network, as calendars and feeds want it. Two networks never have the same one.

    It is not made of the site's address, because a site may get one late, or move.
    """
    return str(uuid.uuid5(_OURS, "\n".join((network.name, network.region, *parts))))
