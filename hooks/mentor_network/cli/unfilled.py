"""Warnings for fields of network.yaml that are empty though readers need them, such as the contact."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from mentor_network import pipeline
from mentor_network.checks import settings
from mentor_network.cli.check import as_github, paragraphs
from mentor_network.problems import Problem, Problems, Span
from mentor_network.records import Network
from mentor_network.source import Table, read_yaml

FILE = "network.yaml"
#: What a site lacks while a field is empty.
_MISSING: Mapping[str, str] = {
    "contact": "readers have nobody to write to, and the form for contributions sends them to their own mentor",
    "repository": "no page has a link to suggest a change, and the form opens no pull request",
    "site_url": "there is no sitemap, and dates in the calendar have no link to their pages",
}


def warn(root: Path, form: str) -> None:
    """Print the warnings after a build: as annotations of GitHub, or for a terminal."""
    found = list(empty_fields(root))
    if found and form == "github":
        sys.stdout.write(as_github(found))
    elif found:
        sys.stderr.write(f"\nWARNING: {FILE} leaves empty what readers need\n")
        sys.stderr.write(paragraphs(found))


def empty_fields(root: Path) -> Iterator[Problem]:
    """A warning for each field that neither network.yaml nor the environment fills."""
    document = read_yaml(root / FILE, FILE, Problems())
    environment = pipeline.environment_settings()
    written = document.value if document and isinstance(document.value, Table) else {}
    for field, consequence in _MISSING.items():
        if str(written.get(field) or "").strip() or field in environment:
            continue
        place = document.span(field) if document and field in written else Span(FILE)
        example = (Network.model_fields[field].examples or [""])[0]
        line = f"fill in the line `{field}: {example}` with your own"
        help = f"{line}, or set {settings.ENVIRONMENT_VARIABLES[field]} where the site is built"
        yield Problem(
            place.file, place.line, place.column, "not-filled-in", f"`{field}` is empty: {consequence}", help, "warning"
        )
