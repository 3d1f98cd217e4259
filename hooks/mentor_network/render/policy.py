"""The Content-Security-Policy: the same rules in a `meta` element of each page and in the `_headers` file."""

from __future__ import annotations

_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)


def policy(template: str = "", *, live_reload: bool = False) -> str:
    """The policy of a page with this template. The search page runs WebAssembly; `serve` adds an inline script.

    >>> policy("search").split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval'"
    """
    more = " 'wasm-unsafe-eval'" * (template == "search") + " 'unsafe-inline'" * live_reload
    return "; ".join(f"{name} {where}{more if name == 'script-src' else ''}" for name, where in _DIRECTIVES)
