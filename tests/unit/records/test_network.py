"""Numbers of public services, which network.yaml may publish, and others, which may reach one person."""

from __future__ import annotations

import pytest

from mentor_network.records.network import is_public_number


@pytest.mark.parametrize("number", ["999", "111", "116 123", "85258", "0300 123 4567", "0800 58 58 58", "0808 808 4994"])
def test_short_codes_and_03_and_08_numbers_are_public(number: str) -> None:
    assert is_public_number(number)


@pytest.mark.parametrize(
    "number", ["07700 900123", "01225 000000", "020 7946 0000", "+44 300 123 4567", "0300-123-4567", "116  123", "", "12"]
)
def test_other_numbers_are_not(number: str) -> None:
    assert not is_public_number(number)
