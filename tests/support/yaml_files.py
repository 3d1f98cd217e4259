"""Reading the YAML files of test cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def load(path: Path) -> Any:
    """The content of a YAML file, read by libyaml: there are hundreds, and PyYAML alone takes 10 ms for each."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
