"""CSV that spreadsheet programs open safely."""

from __future__ import annotations

import pytest

from mentor_network.outputs.open_data.csv_file import to_csv


def test_there_is_a_byte_order_mark_and_lines_end_as_rfc_4180_says() -> None:
    assert to_csv(["a", "b"], [["1,2", 'a "b"']]) == '\ufeffa,b\r\n"1,2","a ""b"""\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_formula_is_escaped(start: str) -> None:
    assert to_csv(["a"], [[f"{start}1"]]).endswith(f"'{start}1\r\n")
