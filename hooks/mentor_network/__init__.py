"""From YAML catalogues to the pages of a Clinical Leadership Mentors' guide.

Data flows one way: text → located values (`source`) → typed records (`records`) → problems that one record cannot know
alone (`rules`) → a linked `catalogue` → `pages` → files (`render`). `pipeline.build` is that journey on one screen.
Nothing in here imports MkDocs: the adapter in `hooks/mkdocs_adapter.py` does.
"""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """`__version__`: the version that was installed. Looked up when asked for, so that a command starts fast."""
    if name == "__version__":
        from importlib.metadata import version

        return version("mentor-network")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
