"""Where the tools from npm are, and the Node that runs them."""

from __future__ import annotations

import sys
from pathlib import Path

NODE = Path(sys.executable).with_name("node")
TOOLS = Path(sys.prefix) / "tools" / "node_modules"
