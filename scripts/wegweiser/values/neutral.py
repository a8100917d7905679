"""Codes that stand for records in an address and name nothing; overrides/script/shared/neutral.js makes the same."""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASIS, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def code_of(text: str) -> str:
    """FNV-1a (32 bits) of a text in 36 signs: up to seven characters in which the text cannot be read.

    Over units of UTF-16, as scripts count characters.
    """
    value = _BASIS
    written = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(written[::2], written[1::2], strict=True):
        value = (value ^ (low | high << 8)) * _PRIME & _BITS
    return _in_36_signs(value)


def record_code(reference: str) -> str:
    """The code of a record (`kind:id`), long enough that no two records of a region share one."""
    return code_of(reference) + code_of(f"/{reference}")


def _in_36_signs(value: int) -> str:
    digits = ""
    while value:
        value, digit = divmod(value, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
