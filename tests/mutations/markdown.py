"""Mistakes in Markdown, in pages and in the texts of catalogues."""

from __future__ import annotations

import re

from mutations.mutation import Draw, Mutation, mistake

_LINK = r"\[([^\]]+)\]\((/[^)#]*)(#[^)]*)?\)"
_FIGURE = r"\{([A-Za-z0-9][\w.-]+)\}"


@mistake
def front_matter(draw: Draw) -> Mutation | None:
    if not draw.source.markdown:
        return None
    source = draw.source
    whole = (0, 2, source.end)
    ways = {
        "no first line of dashes": (*whole, source.edited(0, 1)),
        "no last line of dashes": (*whole, source.edited(source.end, source.end + 1)),
        "an empty line before it": (*whole, source.edited(0, 0, "")),
        "a space before the dashes": (*whole, source.edited(0, 1, " ---")),
        "none": (*whole, source.edited(0, source.end + 1)),
    }
    for key in (key for key in source.keys if key.path == ("kind",)):
        ways["an unknown kind"] = (key.line, key.line, key.line, source.with_value(key, "story"))
    way = draw.rng.choice(list(ways))
    first, _, last, raw = ways[way]
    return draw.edit(first, last, f"front matter: {way}", raw)


@mistake
def broken_heading(draw: Draw) -> Mutation | None:
    if not draw.source.name.startswith("case_studies/"):
        return None
    source = draw.source
    number, match = draw.rng.choice([(n, found) for n, found in source.matches("^## (.+)$") if n > source.end])
    line = match.string
    new = draw.rng.choice([[], [f"## {draw.slip(match[1])}"], [f"#{line}"], [line.replace(" ", "", 1)], ["## More", line]])
    raw = source.edited(number, number + 1, *new)
    return draw.edit(number, len(source.lines), f"`{line}` became `{' / '.join(new)}`", raw)


@mistake
def broken_view(draw: Draw) -> Mutation | None:
    source = draw.source
    start, _ = draw.rng.choice(source.matches("^```view$"))
    end = source.lines.index("```", start)
    first = source.lines[start + 1]
    key, colon, value = first.partition(":")
    ways = {
        "no end": (end, end + 1, []),
        "a misspelt key": (start + 1, start + 2, [draw.slip(key) + colon + value]),
        "a wrong id": (start + 1, start + 2, [re.sub(r"\[([\w-]+)", r"[\1x", first)]),
        "words": (start + 1, end, ["show me everything"]),
        "no closing bracket": (start + 1, start + 2, [first.replace("}", "", 1)]),
        "a misspelt `view`": (start, start + 1, ["```veiw"]),
        "two in one": (start + 2, start + 2, ["listing: stages"]),
    }
    way = draw.rng.choice(list(ways))
    at, until, lines = ways[way]
    if source.lines[at:until] == lines:
        return None
    return draw.edit(start, end + 1, f"view with {way}: {first[:60]}", source.edited(at, until, *lines))


def _in_line(draw: Draw, pattern: str, *ways: str) -> Mutation:
    """A match in a line is replaced by one of `ways`: `{1}` is the first group, and `{slip}` the second, misspelt."""
    source = draw.source
    number, match = draw.rng.choice(source.matches(pattern))
    groups = [match[0], *(group or "" for group in match.groups())]
    word = groups[min(2, len(groups) - 1)]
    new = draw.rng.choice(ways).format(*groups, bare=word.rstrip("/"), slip=draw.slip(word).replace("_", "-"))
    raw = source.edited(number, number + 1, match.string[: match.start()] + new + match.string[match.end() :])
    return draw.edit(source.scalar_start(number), number, f"{match[0][:50]} became {new[:60]}", raw)


@mistake
def broken_link(draw: Draw) -> Mutation | None:
    hosts = ("[{1}](leading.example.org{2})", "[{1}](http://example.org{2})")
    return _in_line(draw, _LINK, "[{1}]({slip}{3})", "[{1}]({bare})", "[{1}]({2}#no-such-part)", "[{1}]({bare}.md)", *hosts)


@mistake
def half_written_link(draw: Draw) -> Mutation | None:
    ways = ("[{1}]({2}{3}", "[{1}] ({2}{3})", "[{1}({2}{3})", "[{1}]{2}{3})", "({1})[{2}{3}]")
    return _in_line(draw, rf"{_LINK}(?!\))", *ways)


@mistake
def unknown_figure(draw: Draw) -> Mutation | None:
    return _in_line(draw, _FIGURE, "{{{slip}}}", "{{{1}.all}}")


@mistake
def half_written_figure(draw: Draw) -> Mutation | None:
    return _in_line(draw, _FIGURE, "{{{1}", "{1}}}", "{{{1})", "({1}}}")
