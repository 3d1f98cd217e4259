"""The Content-Security-Policy: the same rules in a `meta` element of each page and in the `_headers` file."""

from __future__ import annotations

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


def policy(kind: str = "", *, live_reload: bool = False) -> str:
    """The policy of a page of this kind. The search page runs WebAssembly; `serve` adds an inline script that reloads.

    >>> policy("search").split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval'"
    """
    more = " 'wasm-unsafe-eval'" * (kind == "search") + " 'unsafe-inline'" * live_reload
    return "; ".join(f"{name} {where}{more if name == 'script-src' else ''}" for name, where in _DIRECTIVES)
