"""A file of the built site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the built site: its path relative to the output folder, with forward slashes, and its content."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> OutputFile:
        """A text file in UTF-8. Line ends stay as they are, on every system."""
        return cls(path, text.encode())
