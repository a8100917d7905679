"""The single values of a record: how each is written in YAML, and what it becomes.

The reader gives text only; every conversion from text is ours and exact. Each check raises ValueError with the end of a
German sentence that begins with the field's name.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

import phonenumbers
from dateutil.rrule import rrulestr
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from wegweiser import text
from wegweiser.schema import hours, urls

MAX_LINE = 300
MAX_PARAGRAPHS = 4000


def _limit(value: str, most: int) -> str:
    if len(value) > most:
        raise ValueError(f"ist zu lang: {len(value)} Zeichen, erlaubt sind {most}")
    return value


def _line(value: str) -> str:
    return _limit(text.check_line(value), MAX_LINE)


def _paragraphs(value: str) -> str:
    return _limit(text.check_paragraphs(value), MAX_PARAGRAPHS)


def _pattern(value: str, pattern: str, message: str) -> str:
    if not re.fullmatch(pattern, value, re.ASCII):
        raise ValueError(message)
    return value


def _id(value: str) -> str:
    return _pattern(value, ID_PATTERN, "ist kein Kurzname; erlaubt sind a-z, 0-9 und einzelne Bindestriche")


ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"


def _record_reference(value: str) -> str:
    message = "nennt keinen Datensatz; bitte wie 'offer:but-klassenfahrt' schreiben"
    return _pattern(value, f"[a-z]+:{ID_PATTERN}", message)


def _postal_code(value: str) -> str:
    return _pattern(value, "[0-9]{5}", "ist keine Postleitzahl; bitte genau fünf Ziffern schreiben")


def _ags(value: str) -> str:
    return _pattern(value, "[0-9]{5}([0-9]{3})?", "ist kein Amtlicher Gemeindeschlüssel (fünf oder acht Ziffern)")


def _count(value: object) -> int:
    return int(_pattern(str(value), "0|[1-9][0-9]{0,6}", "ist keine ganze Zahl; bitte nur Ziffern schreiben, zum Beispiel 74"))


def _money(value: object) -> Decimal:
    message = "ist kein Betrag; bitte wie 15 oder 202.68 schreiben (Punkt, zwei Stellen, ohne Euro)"
    return Decimal(_pattern(str(value), "(0|[1-9][0-9]{0,6})([.][0-9]{2})?", message))


def _coordinate(value: object) -> Decimal:
    message = "ist keine Koordinate; bitte in Grad mit Punkt schreiben, zum Beispiel 51.5756"
    return Decimal(_pattern(str(value), "-?[0-9]{1,3}[.][0-9]{1,6}", message))


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("ja", "nein"):
        raise ValueError("kennt nur ja oder nein")
    return value == "ja"


def _day(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    # The comparison refuses 20260301, which fromisoformat would take.
    try:
        day = dt.date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ValueError("ist kein Kalendertag; bitte wie 2026-03-01 schreiben")
    return day


def _moment(value: object) -> dt.datetime:
    """Local time of the region, to the minute, without a time zone: `2026-12-01T14:30`."""
    if isinstance(value, dt.datetime):
        return value
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        moment = None
    if moment is None or moment.isoformat(timespec="minutes") != value:
        raise ValueError("ist kein Zeitpunkt; bitte wie 2026-12-01T14:30 schreiben")
    return moment


UNKNOWN = "unknown"


def _partial_date(value: str) -> str:
    """`2023`, `2023-09`, `2025-11-28` or `unknown`."""
    if value == UNKNOWN:
        return value
    filled = value + "-01-01"[3 * value.count("-") :]
    try:
        known = re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", value, re.ASCII) and dt.date.fromisoformat(filled)
    except ValueError:
        known = None
    if not known:
        raise ValueError("ist kein Datum; bitte so genau wie bekannt: 2023, 2023-09, 2025-11-28 oder unknown")
    return value


def _phone(value: str) -> str:
    """Exactly as libphonenumber prints it in the INTERNATIONAL format (ITU-T E.123)."""
    try:
        number = phonenumbers.parse(value, "DE")
    except phonenumbers.NumberParseException:
        raise ValueError("ist keine Telefonnummer; bitte wie +49 2921 106500 schreiben") from None
    printed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if number.extension or re.search("[A-Za-z/;]", value):
        raise ValueError("ist keine einzelne Telefonnummer; bitte je Nummer einen eigenen Eintrag schreiben")
    if not (phonenumbers.is_valid_number(number) or _is_fictional(printed)):
        raise ValueError("ist keine gültige Telefonnummer; bitte Vorwahl und Länge prüfen")
    if printed != value:
        raise ValueError(f"bitte so schreiben: {printed}")
    return value


def _is_fictional(printed: str) -> bool:
    """Numbers that the Bundesnetzagentur keeps free for fiction, used by demo and test data only."""
    return printed.startswith("+49 30 23125")


def _short_number(value: str) -> str:
    return _pattern(value, "[1-9][0-9]{2}( [0-9]{3})?", "ist keine Kurzwahl; bitte wie 112 oder 116 016 schreiben")


def _email(value: str) -> str:
    try:
        result = validate_email(value, check_deliverability=False, allow_smtputf8=False, test_environment=True)
    except EmailNotValidError:
        raise ValueError("ist keine E-Mail-Adresse; bitte wie stelle@example.org schreiben") from None
    if result.normalized != value or value != value.lower():
        raise ValueError(f"bitte so schreiben: {result.normalized.lower()}")
    return value


def _recurrence(value: str) -> str:
    """A rule after RFC 5545, section 3.3.10, without `RRULE:` in front."""
    if not re.fullmatch("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*", value, re.ASCII):
        raise ValueError("ist keine Wiederholung; bitte wie FREQ=WEEKLY;BYDAY=TU schreiben (RFC 5545)")
    try:
        rrulestr(value, dtstart=dt.datetime(2026, 1, 1, tzinfo=None))  # noqa: DTZ001 - local time by design
    except (ValueError, KeyError, TypeError):
        raise ValueError("ist keine gültige Wiederholung (RFC 5545), zum Beispiel FREQ=MONTHLY;BYDAY=1WE") from None
    return value


def _schema(**extra: Any) -> WithJsonSchema:
    """What an editor's help is told; editors read 59494 as a number, so numbers are welcome to it too."""
    return WithJsonSchema({"type": ["string", "number"], **extra})


_as_text = PlainSerializer(str, return_type=str)

Line = Annotated[str, AfterValidator(_line), _schema(maxLength=MAX_LINE)]
"""One line of German text, 1 to 300 characters."""
Paragraphs = Annotated[str, AfterValidator(_paragraphs), WithJsonSchema({"type": "string", "maxLength": MAX_PARAGRAPHS})]
"""Text of several lines; an empty line begins a new paragraph."""
Id = Annotated[str, AfterValidator(_id), _schema(pattern=f"^{ID_PATTERN}$")]
RecordReference = Annotated[str, AfterValidator(_record_reference), _schema(pattern=f"^[a-z]+:{ID_PATTERN}$")]
"""A record as it is named from outside, `kind:id`."""
PostalCode = Annotated[str, AfterValidator(_postal_code), _schema(examples=["59494"])]
Ags = Annotated[str, AfterValidator(_ags), _schema(examples=["05974040"])]
"""Amtlicher Gemeindeschlüssel: eight digits for a municipality, five for a district."""
Count = Annotated[int, BeforeValidator(_count), _schema(examples=["74"])]
Money = Annotated[Decimal, BeforeValidator(_money), _as_text, _schema(examples=["202.68"])]
"""Euro or per cent, exact."""
Coordinate = Annotated[Decimal, BeforeValidator(_coordinate), _as_text, _schema(examples=["51.5756"])]
"""Degrees, WGS 84."""
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nein"]})]
Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[dt.datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "examples": ["2026-12-01T14:30"]})]
"""Local time of the region (Europe/Berlin), without a zone."""
PartialDate = Annotated[str, AfterValidator(_partial_date), _schema(examples=["2023", "2023-09", "2025-11-28", UNKNOWN])]
Phone = Annotated[str, AfterValidator(_phone), _schema(examples=["+49 2921 106500"])]
ShortNumber = Annotated[str, AfterValidator(_short_number), _schema(examples=["112", "116 016"])]
Email = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
Url = Annotated[str, AfterValidator(urls.check_link), WithJsonSchema({"type": "string", "format": "uri"})]
"""An address that pages link to: https and a public host name."""
SourceUrl = Annotated[str, AfterValidator(urls.check_source), WithJsonSchema({"type": "string", "format": "uri"})]
"""The address of a source; here alone http is allowed, since some sources never had anything else."""
Hours = Annotated[str, AfterValidator(hours.check), WithJsonSchema({"type": "string", "examples": ["Mo-Fr 07:30-16:30; PH off"]})]
"""Opening hours in the syntax of OpenStreetMap, as far as `hours` allows it."""
Recurrence = Annotated[str, AfterValidator(_recurrence), WithJsonSchema({"type": "string", "examples": ["FREQ=WEEKLY;BYDAY=TU"]})]
