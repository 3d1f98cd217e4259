"""Mistakes with whole files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from mutations.mutation import Draw, Mutation, mistake

_CASES = (
    "case_studies/our-scheme.md.txt",
    "case_studies/our-scheme.MD",
    "case_studies/our-scheme.markdown",
    "case_studies/our-scheme",
    "case_studies/2027/our-scheme.md",
    "case_studies/Our scheme.md",
    "case-studies/our-scheme.md",
    "our-scheme.md",
    "case_studies/our-scheme.docx",
    "case_studies/our_scheme.md",
)
_OPPORTUNITIES = (
    "opportunities/a-new-thing.yml",
    "opportunities/a-new-thing.yaml.txt",
    "opportunities/sub/a-new-thing.yaml",
    "opportunity/a-new-thing.yaml",
    "opportunities/A new thing.yaml",
    "a-new-thing.yaml",
)
_PAGES = (
    "content/guides/new-guide.md.txt",
    "content/guides/new-guide.MD",
    "content/guides/New Guide.md",
    "content/new_guide.md",
    "guides/new-guide.md",
    "content/Guides/new-guide.md",
    "content/guides/new-guide.html",
)
_NEW = {"case_studies": _CASES, "opportunities": _OPPORTUNITIES, "content": _PAGES}


@mistake
def conflict_marker(draw: Draw) -> Mutation | None:
    number = draw.rng.randrange(1, len(draw.source.lines) - 1)
    line = draw.source.lines[number]
    before = draw.rng.choice([[], ["||||||| 1a2b3c4", line]])
    marks = ["<<<<<<< HEAD", line, *before, "=======", f"{line} changed", ">>>>>>> my-change"]
    raw = draw.source.edited(number, number + 1, *marks)
    return draw.edit(number, number + len(marks) - 1, "the marks of a conflict", raw)


@mistake
def truncated_file(draw: Draw) -> Mutation | None:
    """The end of a file is lost, anywhere in its YAML: nobody can see that from the body of a page."""
    source = draw.source
    size = len("\n".join(source.lines[: source.end]).encode())
    cut = draw.rng.randrange(size // 20, size - size // 20)
    line = source.raw[:cut].count(b"\n")
    return draw.edit(source.start_of(line), line, f"cut after {cut} bytes, in line {line + 1}", source.raw[:cut])


@mistake
def empty_file(draw: Draw) -> Mutation | None:
    return draw.edit(0, 0, "nothing in it", draw.rng.choice([b"", b"\n", b"# only a comment\n"]))


@mistake
def wrong_encoding(draw: Draw) -> Mutation | None:
    source = draw.source
    if draw.rng.random() < 0.3:
        return draw.edit(0, 0, "saved as UTF-16", source.text.encode("utf-16"))
    number = draw.rng.choice([n for n, line in enumerate(source.lines) if len(line) > 30])
    lines = [line.encode() for line in source.lines]
    lines[number] += draw.rng.choice([b" caf\xe9", b" it\x92s"])
    return draw.edit(number, number, "a letter of Windows", b"\n".join(lines))


@mistake
def crlf(draw: Draw) -> Mutation | None:
    return draw.edit(0, 0, "line ends of Windows", draw.source.raw.replace(b"\n", b"\r\n"))


@mistake
def deleted_catalogue(draw: Draw) -> Mutation | None:
    name = draw.source.name
    return None if "/" in name or name == "targets.yaml" else Mutation(name, 0, 0, "deleted", {name: None})


@mistake
def deleted_page(draw: Draw) -> Mutation | None:
    return Mutation(draw.source.name, 0, 0, "deleted", {draw.source.name: None}) if "/" in draw.source.name else None


@mistake
def renamed_file(draw: Draw) -> Mutation | None:
    name = PurePosixPath(draw.source.name)
    if "/" not in draw.source.name:
        return None
    other = {".md": ".MD", ".yaml": ".yml"}[name.suffix]
    new = str(name.parent / draw.rng.choice([f"{name.stem}-new{name.suffix}", f"{name.stem}{other}", f"{name.name}.txt"]))
    return Mutation(new, 0, draw.source.end, f"renamed from {name}", {str(name): None, new: draw.source.raw})


@mistake
def new_file_wrong_name(draw: Draw) -> Mutation | None:
    """A new file with a name, or in a folder, that nothing reads."""
    new = draw.rng.choice(_NEW.get(draw.source.name.partition("/")[0], ()))
    ident = new.rpartition("/")[2].partition(".")[0]
    raw = re.sub(rb"(?m)^id: .*$", b"id: " + ident.encode(), draw.source.raw, count=1)
    return Mutation(new, 0, draw.source.end, "a new file", {new: raw})
