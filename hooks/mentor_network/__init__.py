"""A static-site generator for networks of Clinical Leadership Mentors: YAML catalogues in, a website out.

Data flows one way: text → located values (`source`) → typed records (`records`) → problems between records (`checks`,
`confidentiality`) → a linked `catalogue` → `pages` → files (`render`, `outputs`). `pipeline.build` runs all of it. Only the
module `mkdocs` imports MkDocs.
"""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """`__version__`, the installed version. It is read lazily, because reading it slows the start of every command."""
    if name == "__version__":
        from importlib.metadata import version

        return version("mentor-network")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
