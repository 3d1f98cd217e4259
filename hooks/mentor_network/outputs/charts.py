"""Each picture as an SVG file, with its own colours, for slides and papers.

Colours stand in attributes: the policy of the site would block a style sheet inside a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mentor_network.catalogue import Catalogue
from mentor_network.charts.pictures import drawings, path_of
from mentor_network.outputs.xml import strip_forbidden
from mentor_network.render import OutputFile
from mentor_network.render.environment import THEME, environment

#: The attributes of each kind of shape, as in chart.css. A name of a token stands for its colour.
PAINT: Mapping[str, Mapping[str, str]] = {
    "title": {"fill": "ink", "font-weight": "700"},
    "name": {"fill": "ink"},
    "label": {"fill": "ink"},
    "quiet": {"fill": "ink-2"},
    "value": {"fill": "ink", "font-weight": "700"},
    "top": {"stroke": "brand", "stroke-width": "4"},
    "rule": {"stroke": "rule", "stroke-width": "1"},
    "axis": {"stroke": "edge", "stroke-width": "1"},
    "gap": {"stroke": "edge", "stroke-width": "3"},
    "dot": {"fill": "brand"},
    "square": {"stroke": "brand", "stroke-width": "12.6"},
    "ring": {"fill": "ground", "stroke": "yes", "stroke-width": "3"},
    "wide-ring": {"fill": "none", "stroke": "yes", "stroke-width": "3"},
    "trend": {"stroke": "brand", "stroke-width": "3"},
    "point": {"stroke": "brand", "stroke-width": "4"},
    "now": {"stroke": "brand", "stroke-width": "9"},
    "past": {"stroke": "edge", "stroke-width": "3"},
    "few": {"fill": "sheet-2"},
    "few-words": {"fill": "ink"},
    "some": {"fill": "shade"},
    "some-words": {"fill": "ink"},
    "many": {"fill": "act"},
    "many-words": {"fill": "on-act"},
}


def files(catalogue: Catalogue, theme: Path = THEME) -> Iterator[OutputFile]:
    """A file for each picture."""
    colours = _colours(theme)
    paint = {kind: {name: colours.get(value, value) for name, value in look.items()} for kind, look in PAINT.items()}
    template = environment(theme).get_template("components/chart/file.html")
    for name, drawing in drawings(catalogue):
        text = template.render(drawing=drawing, paint=paint, ground=colours["ground"])
        yield OutputFile.of_text(path_of(name).lstrip("/"), strip_forbidden(text.strip() + "\n"))


def _colours(theme: Path) -> dict[str, str]:
    """The light colours of the theme: of each token, the first that the style sheet gives."""
    found = re.findall(r"--mn-([\w-]+):\s*(#[0-9a-f]{3,6});", (theme / "tokens.css").read_text("utf-8"))
    return dict(reversed(found))
