"""Which web addresses are accepted: nothing that runs code, hides its target or leads into somebody's own network."""

from __future__ import annotations

import ipaddress
import re

_MAX = 500
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+)(?P<port>:[0-9]{2,5})?"
    r"(?P<rest>[/?#][A-Za-z0-9/?#._~:@!$&()*+,;=%-]*)?"
)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_PRIVATE_ENDINGS = ("localhost", "local", "internal", "lan", "home", "test", "invalid")


def check_link(value: str) -> str:
    """Return the address unchanged, or raise ValueError: https with a public host name in ASCII."""
    return _check(value, schemes=("https",))


def check_source(value: str) -> str:
    """As `check_link`, and http as well."""
    return _check(value, schemes=("https", "http"))


def _check(value: str, *, schemes: tuple[str, ...]) -> str:
    found = _ADDRESS.fullmatch(value)
    if not found or found["scheme"] not in schemes:
        raise ValueError(f"muss mit {' oder '.join(scheme + '://' for scheme in schemes)} beginnen und ohne Sonderzeichen sein")
    if len(value) > _MAX:
        raise ValueError(f"ist zu lang: {len(value)} Zeichen, erlaubt sind {_MAX}")
    if not _is_public(found["host"]):
        raise ValueError("braucht einen öffentlichen Rechnernamen wie www.example.org")
    return value


def _is_public(host: str) -> bool:
    labels = host.split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].lower() in _PRIVATE_ENDINGS:
        return False
    if not re.search("[a-z]", labels[-1], re.IGNORECASE):
        return False  # the last label of a name has letters; 127.1 and the like are addresses
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return True
    return False
