"""`python -m mentor_network`: the same as the `mentor-network` command."""

import sys

from mentor_network.cli import script

sys.exit(script())
