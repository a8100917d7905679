"""What a page may load and run: from its own host only, and nothing that stands inside the page itself."""

from __future__ import annotations

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""Stands in a meta element as the first thing after the charset, since GitHub Pages sends no headers of ours."""

LIVE_RELOAD_POLICY = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""Only for `mkdocs serve`, which writes the script of the live reload into each page."""


def with_drawn_icons(policy: str) -> str:
    """The policy of the handbook's pages: the theme draws its icons as data: URLs inside its style sheet."""
    return policy.replace("img-src 'self'", "img-src 'self' data:")
