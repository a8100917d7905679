"""Web addresses: only https and a public host name in ASCII; for sources http as well."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

import pytest
from fuzzing import by_chance
from hypothesis import given
from hypothesis import strategies as st

from wegweiser.values.urls import check_link, check_source

GOOD = [
    "https://example.org",
    "https://www.example.org/",
    "https://WWW.Example.ORG/Pfad",
    "https://a-b.example.org/pfad/seite.html?ort=beispielstadt&x=1,2;3#kontakt",
    "https://example.org?q=kita",
    "https://example.org#oben",
    "https://example.org:8443/",
    "https://example.org:65535/",
    "https://xn--mller-kva.example.org/stra%C3%9Fe",
    "https://example.xn--p1ai/",
    "https://example.org/a_(b)/~c/@d/!$&*+=:",
    "https://example.org/" + "a" * 480,
]
WRONG_FORM = "muss mit https:// beginnen und ohne Sonderzeichen sein"
NOT_PUBLIC = "braucht einen öffentlichen Rechnernamen wie www.example.org"
BAD = [
    # schemes
    ("javascript:alert(1)", WRONG_FORM),
    ("java\tscript:alert(1)", WRONG_FORM),
    ("JavaScript://example.org/%0aalert(1)", WRONG_FORM),
    ("data:text/html,x", WRONG_FORM),
    ("vbscript:x", WRONG_FORM),
    ("file:///etc/passwd", WRONG_FORM),
    ("ftp://example.org/", WRONG_FORM),
    ("HTTPS://example.org/", WRONG_FORM),
    ("//example.org/", WRONG_FORM),
    ("/pfad/", WRONG_FORM),
    ("example.org", WRONG_FORM),
    ("www.example.org", WRONG_FORM),
    ("", WRONG_FORM),
    # what browsers repair and people misread
    ("https:example.org", WRONG_FORM),
    ("https:/example.org", WRONG_FORM),
    ("https:///example.org", WRONG_FORM),
    ("https://", WRONG_FORM),
    ("https://user:pw@example.org/", WRONG_FORM),
    ("https://example.org@evil.example/", WRONG_FORM),
    ("https://example.org\\@evil.example/", WRONG_FORM),
    ("https://example.org\\", WRONG_FORM),
    # characters
    ("https://example.org/a b", WRONG_FORM),
    (" https://example.org/", WRONG_FORM),
    ("https://example.org/ ", WRONG_FORM),
    ("https://example.org/\n", WRONG_FORM),
    ('https://example.org/"onclick=x', WRONG_FORM),
    ("https://example.org/'x", WRONG_FORM),
    ("https://example.org/<x>", WRONG_FORM),
    ("https://example.org/{{x}}", WRONG_FORM),
    ("https://example.org/`x`", WRONG_FORM),
    ("https://example.org/\u202egnp.exe", WRONG_FORM),
    ("https://example.org/straße", WRONG_FORM),
    ("https://müller.example/", WRONG_FORM),
    ("https://ex\u0430mple.org/", WRONG_FORM),  # a Cyrillic letter
    ("https://example。org/", WRONG_FORM),
    ("https://foo_bar.example.org/", WRONG_FORM),
    # hosts that lead into somebody's own network, or nowhere
    ("https://localhost/", NOT_PUBLIC),
    ("https://server.localhost/", NOT_PUBLIC),
    ("https://drucker.local/", NOT_PUBLIC),
    ("https://router.lan/", NOT_PUBLIC),
    ("https://nas.home.arpa/", NOT_PUBLIC),
    ("https://intranet.internal/", NOT_PUBLIC),
    ("https://example.test/", NOT_PUBLIC),
    ("https://example.INVALID/", NOT_PUBLIC),
    ("https://127.0.0.1/", NOT_PUBLIC),
    ("https://127.1/", NOT_PUBLIC),
    ("https://127.0x1/", NOT_PUBLIC),
    ("https://0x7f.0.0.0x1/", NOT_PUBLIC),
    ("https://2130706433/", NOT_PUBLIC),
    ("https://192.168.0.1/", NOT_PUBLIC),
    ("https://[::1]/", WRONG_FORM),
    ("https://intranet/", NOT_PUBLIC),
    ("https://example.org./", NOT_PUBLIC),
    ("https://.example.org/", NOT_PUBLIC),
    ("https://example..org/", NOT_PUBLIC),
    ("https://-example.org/", NOT_PUBLIC),
    ("https://example-.org/", NOT_PUBLIC),
    ("https://example.o/", NOT_PUBLIC),
    ("https://example.1a/", NOT_PUBLIC),
    ("https://" + "a" * 64 + ".org/", NOT_PUBLIC),
    # ports and length
    ("https://example.org:0/", WRONG_FORM),
    ("https://example.org:/", WRONG_FORM),
    ("https://example.org:99999/", "hat einen falschen Anschluss: 99999 ist größer als 65535"),
    ("https://example.org:443x/", WRONG_FORM),
    ("https://example.org/" + "a" * 481, "ist zu lang: 501 Zeichen, erlaubt sind 500"),
    ("https://example.org/" + "a" * 3000, "ist zu lang: 3020 Zeichen, erlaubt sind 500"),
]


@pytest.mark.parametrize("written", GOOD)
def test_public_addresses_are_accepted_unchanged(written: str) -> None:
    assert check_link(written) == written
    assert check_source(written) == written


@pytest.mark.parametrize(("written", "reason"), BAD)
def test_every_other_address_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        check_link(written)
    with pytest.raises(ValueError, match=f"^{re.escape(reason.replace('https://', 'https:// oder http://'))}$"):
        check_source(written)


def test_http_is_for_sources_only() -> None:
    assert check_source("http://example.org/alt.pdf") == "http://example.org/alt.pdf"
    with pytest.raises(ValueError, match=f"^{WRONG_FORM}$"):
        check_link("http://example.org/alt.pdf")


PIECES = [
    *("example", ".", "org", "/", ":", "443", "localhost", "127", "0x7f", "1", "-", "xn--p1ai"),
    *("//", "https://", "@", "\\", "#", "?", "%", " ", "ä"),
]


@by_chance
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(lambda pieces: f"https://{''.join(pieces)}"))
def test_accepted_addresses_mean_the_same_to_everybody(written: str) -> None:
    try:
        check_source(written)
    except ValueError:
        return
    parts = urlsplit(written)
    assert (parts.scheme, parts.username, parts.password) == ("https", None, None)
    assert parts.hostname
    assert written.startswith(f"https://{parts.hostname}")
    ending = parts.hostname.rpartition(".")[2]
    assert ending.isalpha() or ending.startswith("xn--")  # else browsers may read a number
    with pytest.raises(ValueError, match="does not appear to be"):
        ipaddress.ip_address(parts.hostname)
