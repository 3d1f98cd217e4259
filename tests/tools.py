"""Where the tools from npm are, and the Node that runs them."""

from __future__ import annotations

import sys
from pathlib import Path

NODE = Path(sys.executable).with_name("node")
TOOLS = Path(sys.prefix) / "tools" / "node_modules"
# Never skipped: what no editor and no checker has read is not tested.
assert TOOLS.is_dir(), "the tools from npm are not here yet; run: make .venv/ready-tools"
