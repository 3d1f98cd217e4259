"""The `_headers` file: security headers for hosts that read it (Netlify and Cloudflare Pages among them).

Other hosts, such as GitHub Pages, send none of these, so each page also has the policy in a `meta` element. Some parts, such
as `frame-ancestors`, work only as headers.
"""

from __future__ import annotations

from mentor_network.render import OutputFile
from mentor_network.render.policy import policy

#: Each field with its value.
FIELDS = (
    ("Content-Security-Policy", f"{policy()}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def file() -> OutputFile:
    """The `_headers` file.

    It has one rule for all pages, because hosts combine two rules for one page in different ways.
    """
    return OutputFile.of_text("_headers", "/*\n" + "".join(f"  {name}: {value}\n" for name, value in FIELDS))
