"""UUIDs that stay the same when a site moves."""

from __future__ import annotations

from mentor_network import pipeline
from mentor_network.outputs.stable_ids import stable_id
from support.networks import NETWORK, TODAY


def test_an_id_depends_on_the_network_and_not_on_its_address() -> None:
    records, _ = pipeline.check(NETWORK, today=TODAY)
    assert records.network
    network = records.network.record
    first = stable_id(network, "/opportunities/a/", "opens")
    assert (
        stable_id(network.model_copy(update={"site_url": "https://elsewhere.example/"}), "/opportunities/a/", "opens")
        == first
    )
    others = {
        stable_id(network.model_copy(update={"name": "Another"}), "/opportunities/a/", "opens"),
        stable_id(network.model_copy(update={"region": "Elsewhere"}), "/opportunities/a/", "opens"),
        stable_id(network, "/opportunities/a/", "closes"),
        stable_id(network, "/opportunities/b/", "opens"),
    }
    assert len(others | {first}) == 5
