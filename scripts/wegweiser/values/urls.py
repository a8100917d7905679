"""Which web addresses are accepted: nothing that runs code, hides its target or leads into somebody's own network."""

from __future__ import annotations

import re

_MAX = 500
_LAST_PORT = 65535
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+)(?::(?P<port>[1-9][0-9]{1,4}))?"
    r"(?P<rest>[/?#][A-Za-z0-9/?#._~:@!$&()*+,;=%-]*)?"
)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_ENDING = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9]")
"""Letters only, or punycode: browsers read 127.1 and 127.0x1 as numbers, which lead into somebody's own network."""
_PRIVATE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "arpa", "test", "invalid")


def check_link(value: str) -> str:
    """Return the address unchanged, or raise ValueError: https with a public host name in ASCII."""
    return _check(value, schemes=("https",))


def check_source(value: str) -> str:
    """As `check_link`, and http as well."""
    return _check(value, schemes=("https", "http"))


def _check(value: str, *, schemes: tuple[str, ...]) -> str:
    found = _ADDRESS.fullmatch(value)
    if not found or found["scheme"] not in schemes:
        beginning = " oder ".join(f"{scheme}://" for scheme in schemes)
        raise ValueError(f"muss mit {beginning} beginnen und ohne Sonderzeichen sein")
    if len(value) > _MAX:
        raise ValueError(f"ist zu lang: {len(value)} Zeichen, erlaubt sind {_MAX}")
    if int(found["port"] or 0) > _LAST_PORT:
        raise ValueError(f"hat einen falschen Anschluss: {found['port']} ist größer als {_LAST_PORT}")
    if not _is_public(found["host"]):
        raise ValueError("braucht einen öffentlichen Rechnernamen wie www.example.org")
    return value


def _is_public(host: str) -> bool:
    *labels, ending = host.lower().split(".")
    return bool(labels and all(map(_LABEL.fullmatch, labels)) and _ENDING.fullmatch(ending)) and ending not in _PRIVATE
