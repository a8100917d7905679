"""Telephone numbers as people here write and say them; data, links and other programs keep +49."""

from __future__ import annotations

from functools import lru_cache

import phonenumbers


@lru_cache(maxsize=4096)
def local_number(number: str) -> str:
    """`02921 106500` for `+49 2921 106500`, libphonenumber's NATIONAL format; short numbers and foreign ones stay."""
    if not number.startswith("+49"):
        return number
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.NATIONAL)
