"""Budgets of `site` and `check`: seconds of CPU, wall time and memory, beside peers that take turns in the same run."""

from __future__ import annotations

from benchmarks import peers, reasons, speed
from benchmarks.networks import ROOT, Networks, count_pages, site_command
from benchmarks.rows import Limit, Part, Row, Side, alternate, cpu, python, wall


def real_site(networks: Networks) -> Part:
    """`site` of the real network."""
    out = networks.out(ROOT)
    (ours,) = alternate(networks.turns, Side("site", site_command(ROOT, out), (out,)))
    limits = [Limit("CPU", cpu(ours), 2.0, "s"), Limit("wall", wall(ours), 1.3, "s")]
    row = Row(f"real site, {count_pages(out)} pages: site", limits, ours)
    return Part([row], lambda: reasons.of_build(row, ROOT, networks.folder))


def check(networks: Networks) -> Part:
    """`check` of 1,165 entries, beside only parsing the same file. The entries are short: together they are 2.5 MB."""
    root = networks.generated(250 if networks.quick else 1165, "short")
    file = root / "opportunities.yaml"
    ours, bare = alternate(
        networks.turns,
        Side("check", python("-m", "mentor_network", "check", root)),
        speed.bare_yaml(networks),
    )
    limits = [Limit("CPU", cpu(ours), 1.0, "s"), Limit("of bare CPU", cpu(ours) / cpu(bare), 2.2, "times")]
    size = f"{int(root.name.rpartition('-')[2]):,} entries, {file.stat().st_size / 1e6:.1f} MB"
    rows = [Row(f"check, {size}", limits, ours), Row("  bare yaml.load, collector off", turns=bare)]
    return Part(rows, lambda: reasons.of_check(rows[0], root, networks.folder))


def build(networks: Networks) -> Part:
    """A full build, beside stock Material with the entries as plain pages; Hugo and Eleventy are the floor."""
    entries = networks.sizes[0]
    root = networks.generated(entries)
    out, others = networks.out(root), peers.peers(networks.pages(entries))
    sides = [peer.side for peer in others if peer.side]
    ours, *theirs = alternate(networks.turns, Side("site", site_command(root, out), (out,)), *sides)
    stock = theirs[0]
    limits = [
        Limit("of Material's CPU", cpu(ours) / cpu(stock), 1.0, "times"),
        Limit("of its wall", wall(ours) / wall(stock), 0.65, "times"),
    ]
    rows = [Row(f"full build, {entries:,} entries, {count_pages(out):,} pages", limits, ours)]
    turns = iter(theirs)
    for peer in others:
        took = next(turns) if peer.side else []
        pages = f", {count_pages(peer.made):,} pages" if took else ""
        rows.append(Row(f"  {peer.name}{pages}", turns=took, note=peer.missing))
    return Part(rows, lambda: reasons.of_build(rows[0], root, networks.folder))


def growth(networks: Networks) -> Part:
    """Growth of CPU and memory to the largest network. One turn each: it takes a minute."""
    before, after = networks.sizes
    small, large = (networks.generated(entries) for entries in (before, after))
    sides = [Side("site", site_command(root, networks.out(root)), (networks.out(root),)) for root in (small, large)]
    few, many = alternate(1 if networks.quick else 2, *sides, warm=False)
    together = max(turn.together for turn in many)
    limits = [
        Limit(f"of {before:,} entries' CPU", cpu(many) / cpu(few), 1.1 * after / before, "times"),
        Limit("all processes", together, 600, "MB"),
    ]
    rows = [
        Row(f"growth to {after:,} entries, {count_pages(networks.out(large)):,} pages", limits, many),
        Row(f"  {before:,} entries", turns=few),
    ]
    return Part(rows, lambda: reasons.of_growth(rows[0]))
