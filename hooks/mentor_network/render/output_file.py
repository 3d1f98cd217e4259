"""A finished file of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file: its path below the site's folder, with forward slashes, and its bytes."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> OutputFile:
        """A text file, in UTF-8 and with the line ends that `text` has, on every system."""
        return cls(path, text.encode())
