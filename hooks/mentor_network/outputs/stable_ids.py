"""UUIDs that stay the same when a site moves to another address."""

from __future__ import annotations

import uuid

from mentor_network.records import Network

_NAMESPACE = uuid.UUID("6f1d7a52-3f5c-4c1e-9a51-0f7f6f0a9e11")


def stable_id(network: Network, *parts: str) -> str:
    """A UUID (version 5) for an item of a network, as calendars and feeds need it.

    It is made of the network's name and region and the `parts`, and not of the site's address, which may change.
    """
    return str(uuid.uuid5(_NAMESPACE, "\n".join((network.name, network.region, *parts))))
