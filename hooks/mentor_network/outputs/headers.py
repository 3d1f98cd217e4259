"""What a browser may do on this site: one policy, which stands on every page and in a file that some hosts read.

A page's own policy stands in a `meta` element, because a host such as GitHub Pages lets nobody choose headers. Hosts that
read a file called `_headers` (Netlify and Cloudflare Pages among them) add what a `meta` element cannot say.
"""

from __future__ import annotations

from mentor_network.render.renderer import OutputFile

#: Each kind of thing that a page loads or does, and from where it may.
_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)

_OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def policy(kind: str = "", *, serving: bool = False) -> str:
    """The Content-Security-Policy of a page. The search page runs compiled code; `make serve` adds a script of its own.

    >>> policy("search").split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval'"
    """
    more = " 'wasm-unsafe-eval'" * (kind == "search") + " 'unsafe-inline'" * serving
    return "; ".join(f"{name} {where}{more if name == 'script-src' else ''}" for name, where in _DIRECTIVES)


def file() -> OutputFile:
    """The `_headers` file.

    It has one rule for all pages, because hosts join two rules for one page in different ways. So it allows what the
    search page needs. Every other page's own policy is stricter, and browsers hold a page to both.
    """
    lines = [f"Content-Security-Policy: {policy('search')}; frame-ancestors 'none'"]
    lines += [f"{name}: {value}" for name, value in _OTHERS]
    return OutputFile("_headers", "/*\n" + "".join(f"  {line}\n" for line in lines))
