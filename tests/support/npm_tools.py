"""Tools of the tests that come from npm: where they are installed, and the Node that runs them."""

from __future__ import annotations

import sys
from pathlib import Path

from mentor_network.gates import tools

#: The lock of the tools, and scripts that run some of them.
NPM = Path(__file__).with_name("npm")
NODE = tools.node()
TOOLS = Path(sys.prefix) / "tools" / "node_modules"
# Tests are never skipped because a tool is missing.
assert TOOLS.is_dir(), "the tools from npm are not here yet; run: make .venv/ready-tools"
