"""Checks settings outside the catalogues: mkdocs.yml, and the environment variables that fill fields of network.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from mentor_network.problems import Problems, Span, did_you_mean, shorten
from mentor_network.records import Network, Records
from mentor_network.records.message_texts import message_for
from mentor_network.records.mistakes import FieldError
from mentor_network.source import Document, Items, Table, Text, parse, read_text

MKDOCS = "mkdocs.yml"
#: Fields of network.yaml that an environment variable can fill, each with the name of its variable.
ENVIRONMENT_VARIABLES = {"site_url": "SITE_URL", "repository": "SITE_REPOSITORY", "contact": "SITE_CONTACT"}
#: What MkDocs allows in its settings, and a catalogue does not.
_ALLOWED = frozenset(["yaml-anchor", "yaml-tag", "yaml-nesting"])


def environment_fits_network(records: Records, environment: Mapping[str, str], problems: Problems) -> None:
    """A value from the environment is one that its field allows. `environment` has the values by field."""
    network = records.network
    for field, value in environment.items() if network else ():
        if network is None or getattr(network.record, field):
            continue  # what network.yaml says counts
        try:
            Network.__pydantic_validator__.validate_assignment(network.record.model_copy(), field, value)
        except ValidationError as error:
            [found] = error.errors(include_url=False)
            said = message_for(FieldError(found["type"], (field,), value, found.get("ctx", {}), ()))
            name = ENVIRONMENT_VARIABLES[field]
            message = f"the environment variable {name} fills this field, and {said.message}"
            written = isinstance(network.document.value, Table) and field in network.document.value
            span = network.at(field) if written else Span(network.document.file)
            problems.add(span, said.code, message, f"in {name}, {said.help}")


def mkdocs_can_read_its_settings(root: Path, problems: Problems) -> None:
    """mkdocs.yml, if there is one, is YAML, and the files and folders that it names exist."""
    if not (root / MKDOCS).exists() or (text := read_text(root / MKDOCS, MKDOCS, problems)) is None:
        return
    found = Problems()
    value = parse(text, MKDOCS, found)
    problems.items += [problem for problem in found.items if problem.code not in _ALLOWED]
    if value is None:
        return
    document = Document(MKDOCS, value)
    if not isinstance(value, Table):
        problems.add(
            document.span(),
            "needs-map",
            "this does not look like the settings of MkDocs",
            "start the file with `site_name: ...`",
        )
        return
    name = value.get("site_name", "")
    if not isinstance(name, Text) or not name:
        help = "add a line `site_name: ...`; if the name has a colon in it, put double quotes round it"
        problems.add(document.span("site_name", key=True), "missing-key", "the site has no name here", help)
    _paths_exist(document, value, root, problems)


def _paths_exist(document: Document, value: Table, root: Path, problems: Problems) -> None:
    hooks, folder = value.get("hooks"), value.get("docs_dir")
    if isinstance(folder, Text) and not (root / folder).is_dir():
        message = f"there is no folder called `{shorten(folder, 80)}`"
        problems.add(document.span("docs_dir"), "missing-file", message, "write `docs_dir: content`")
    if hooks and not isinstance(hooks, Items):
        problems.add(document.span("hooks"), "needs-list", "`hooks` needs a list", f"write `hooks: [{shorten(str(hooks))}]`")
        return
    for number, path in enumerate(hooks or ()):
        if isinstance(path, Text) and not (root / path).is_file():
            known = [found.relative_to(root).as_posix() for found in (root / path).parent.glob("*.py")]
            help = did_you_mean(path, known) or "write its path from the folder that mkdocs.yml is in, or take it out"
            message = f"there is no file called `{shorten(path, 80)}`"
            problems.add(document.span("hooks", number), "missing-file", message, help)
