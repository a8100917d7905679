"""Which telephone numbers and e-mail addresses are accepted: one number or address, written in one way."""

from __future__ import annotations

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email


def check_phone(value: str) -> str:
    """Exactly as libphonenumber prints it in the INTERNATIONAL format (ITU-T E.123)."""
    if _is_several(value):
        raise ValueError(_SEVERAL)
    try:
        number = phonenumbers.parse(value, "DE")
    except phonenumbers.NumberParseException:
        raise ValueError("ist keine Telefonnummer; bitte wie +49 2921 106500 schreiben") from None
    printed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if number.extension:
        raise ValueError(_SEVERAL)
    if not (phonenumbers.is_valid_number(number) or _is_fictional(printed)):
        raise ValueError("ist keine gültige Telefonnummer; bitte Vorwahl und Länge prüfen")
    if printed != value:
        raise ValueError(f"ist anders geschrieben als üblich; bitte so: {printed}")
    return value


def read_phone(text: str) -> str:
    """A number as people write it, `02921/1065-00`, as it stands in the data; raises ValueError in German."""
    try:
        number = phonenumbers.parse(text.replace("(0)", ""), "DE")
    except phonenumbers.NumberParseException:
        raise ValueError("ist keine Telefonnummer; bitte mit Vorwahl schreiben: 02921 12345") from None
    if any(map(str.isalpha, text)) or number.extension:
        raise ValueError("ist keine einzelne Telefonnummer; bitte nur eine Nummer und keine Wörter schreiben")
    if not text.strip().startswith(("0", "+", "(0", "(+")):
        raise ValueError("hat keine Vorwahl; bitte mit Vorwahl schreiben: 02921 12345")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


_SEVERAL = "ist keine einzelne Telefonnummer; bitte je Nummer einen eigenen Eintrag schreiben"
_LONGEST_AREA_CODE = 7
"""Digits of an area code with +49 in front."""


def _is_several(value: str) -> bool:
    """`030/123` is one number with its area code, `030 123456/57` is two; the library would join their digits."""
    before, slash, _ = value.partition("/")
    words = any(map(str.isalpha, value)) and any(map(str.isdigit, value))
    return words or ";" in value or (bool(slash) and sum(map(str.isdigit, before)) > _LONGEST_AREA_CODE)


def _is_fictional(printed: str) -> bool:
    """Numbers that the Bundesnetzagentur keeps free for fiction, used by demo and test data only."""
    return bool(re.fullmatch(r"\+49 30 23125[0-9]{3}", printed))


def check_short_number(value: str) -> str:
    """Three digits, or six in two groups."""
    if not re.fullmatch("[1-9][0-9]{2}( [0-9]{3})?", value, re.ASCII):
        raise ValueError("ist keine Kurzwahl; bitte wie 112 oder 116 016 schreiben")
    return value


def check_email(value: str) -> str:
    """One address in lower case and ASCII."""
    message = "ist keine E-Mail-Adresse; bitte wie stelle@example.org schreiben"
    try:
        result = validate_email(value, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise ValueError(message) from None
    printed = (result.ascii_email or value).lower()
    if printed != value:
        raise ValueError(f"ist anders geschrieben als üblich; bitte so: {printed}")
    # Less than the standard allows: a question mark would add fields to the message that a link opens.
    if not re.fullmatch("[a-z0-9._+-]+@[a-z0-9.-]+", value, re.ASCII):
        raise ValueError(message)
    return value
