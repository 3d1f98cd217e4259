"""Rows of the table of budgets, as `make bench` prints them."""

from __future__ import annotations

from benchmarks.edits import edited
from benchmarks.profiles import summed
from benchmarks.rows import HEADINGS, Limit, Row, Turn, cpu, table, wall
from benchmarks.speed import verdicts
from support.networks import NETWORK


def turn(cpu: float, wall: float, **programs: float) -> Turn:
    used = {name: {"cpu": took, "megabytes": 10.0} for name, took in programs.items()}
    return Turn(cpu, wall, largest=100, together=150, programs=used, load=0.5)


def test_the_least_of_the_turns_is_held() -> None:
    turns = [turn(1.2, 0.9), turn(1.0, 1.1)]
    assert (cpu(turns), wall(turns)) == (1.0, 0.9)
    row = Row("check", [Limit("CPU", cpu(turns), 1.0, "s"), Limit("of bare CPU", 2.5, 2.2, "times")], turns)
    assert row.missed and row.missed_text == "check: of bare CPU 2.50 times of 2.20 times"
    assert row.cells() == [
        "check",
        "1.00 s to 1.20",
        "0.90 s to 1.10",
        "100 of 150 MB",
        "0.5",
        "of bare CPU 2.50 times",
        "CPU 1.00 s, of bare CPU 2.20 times",
        "MISSED",
    ]


def test_a_slow_machine_is_no_miss_at_the_speed_of_the_budgets() -> None:
    slow = Row("check", [Limit("CPU", 1.8, 1.0, "s"), Limit("of bare CPU", 2.1, 2.2, "times")])
    heavy = Row("growth", [Limit("CPU", 1.8, 1.0, "s"), Limit("all processes", 700, 600, "MB")])
    assert slow.missed and slow.kept_at(2.0) and not slow.kept_at(1.5)
    assert not heavy.kept_at(2.0)
    assert "2.00 times" in verdicts([slow, heavy], 2.0) and "kept at its speed: check.\n" in verdicts([slow, heavy], 2.0)


def test_a_figure_without_a_budget_is_only_told() -> None:
    row = Row("finder", [Limit("median", 60, 100, "ms"), Limit("at worst", 180, None, "ms")])
    assert row.cells()[5:] == ["median 60 ms, at worst 180 ms", "median 100 ms", "kept"]
    assert Row("peer", note="not installed").verdict == "not installed"
    assert Row("peer").verdict == "-"


def test_browsers_are_told_apart() -> None:
    both = turn(9, 5, chromium=4, chrome_crashpad=1, python=4)
    assert both.cpu_of("chrom", "headless") == 5


def test_a_table_is_as_wide_as_its_widest_cell() -> None:
    shown = table(HEADINGS, [Row("a benchmark").cells()]).splitlines()
    assert shown[0].startswith("what         CPU") and shown[2].startswith("a benchmark  -")


def test_what_is_built_in_counts_for_its_caller() -> None:
    functions = {
        ("/x/mentor_network/render/page.py", 1, "page"): (1, 1, 2.0, 3.0, {}),
        ("/x/site-packages/jinja2/nodes.py", 1, "nodes"): (1, 1, 1.0, 1.0, {}),
        ("~", 0, "<len>"): (1, 1, 1.0, 1.0, {("/x/mentor_network/render/page.py", 1, "page"): (1, 1, 1.0, 1.0)}),
    }
    assert summed(functions) == "mentor_network/render 75%, jinja2 25%, the rest 0%"


def test_edits_come_from_a_seed_and_change_one_entry() -> None:
    import random

    before = (NETWORK / "opportunities.yaml").read_text("utf-8")
    first, again = (edited(before, 1, random.Random(5)) for _ in range(2))
    assert first == again and first.text != before and first.text.count(first.mark) == 1
    start = first.text.rindex("- id: ", 0, first.text.index(first.mark))
    assert first.text[start:].startswith(f"- id: {first.entry}\n")
