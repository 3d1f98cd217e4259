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


def policy(*, live_reload: bool = False) -> str:
    """The policy of every page. `serve` adds an inline script.

    >>> policy().split("; ")[1]
    "script-src 'self'"
    """
    more = " 'unsafe-inline'" * live_reload
    return "; ".join(f"{name} {where}{more if name == 'script-src' else ''}" for name, where in _DIRECTIVES)
