"""Words that belong to our own network: the network of another region must have none of them."""

from __future__ import annotations

import re

OURS = re.compile(
    r"South[ -]West|evaluation|\b20(18|19|20)\b|HSMC|Birmingham|Clinical Leadership Mentor|\bCLMs?\b|Leading at work"
    r"|\bgpc-\d",
    re.IGNORECASE,
)
