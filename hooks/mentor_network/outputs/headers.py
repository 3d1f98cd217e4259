"""The `_headers` file: security headers for hosts that read it (Netlify and Cloudflare Pages among them).

Other hosts, such as GitHub Pages, send no headers of ours, so each page carries the policy in a `meta` element as well.
Headers add what a `meta` element cannot say.
"""

from __future__ import annotations

from mentor_network.render import OutputFile
from mentor_network.render.policy import policy

_OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def file() -> OutputFile:
    """The `_headers` file.

    It has one rule for all pages, because hosts join two rules for one page in different ways. So it allows what the
    search page needs. Every other page's own policy is stricter, and browsers hold a page to both.
    """
    lines = [f"Content-Security-Policy: {policy('search')}; frame-ancestors 'none'"]
    lines += [f"{name}: {value}" for name, value in _OTHERS]
    return OutputFile.of_text("_headers", "/*\n" + "".join(f"  {line}\n" for line in lines))
