"""The single values of a record: how each is written in YAML, and what it becomes.

The reader gives text only; every conversion from text is ours and exact. Each check raises ValueError with the end of a
German sentence that begins with the field's name.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from wegweiser.values import days, hours, languages, phone_email, surnames, text, urls

MAX_ID = 60
MAX_LINE = 300
MAX_PARAGRAPHS = 4000


def _limit(value: str, most: int) -> str:
    if len(value) > most:
        raise ValueError(f"ist zu lang: {len(value)} Zeichen, erlaubt sind {most}")
    return value


def _line(value: str) -> str:
    text.check_quotes(value)
    return _limit(text.check_line(value), MAX_LINE)


def _paragraphs(value: str) -> str:
    return _limit(text.check_paragraphs(value), MAX_PARAGRAPHS)


def _pattern(value: str, pattern: str, message: str) -> str:
    if not _compiled(pattern).fullmatch(value):
        raise ValueError(message)
    return value


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _id(value: str) -> str:
    return _pattern(
        _limit(value, MAX_ID), ID_PATTERN, "ist kein Kurzname; erlaubt sind a-z, 0-9 und einzelne Bindestriche"
    )


ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"


def _record_reference(value: str) -> str:
    message = "nennt keinen Datensatz; bitte wie 'offer:but-klassenfahrt' schreiben"
    return _pattern(_limit(value, MAX_LINE), f"[a-z]+:{ID_PATTERN}", message)


def _postal_code(value: str) -> str:
    return _pattern(value, "[0-9]{5}", "ist keine Postleitzahl; bitte genau fünf Ziffern schreiben")


def _ags(value: str) -> str:
    return _pattern(value, "[0-9]{5}([0-9]{3})?", "ist kein Amtlicher Gemeindeschlüssel (fünf oder acht Ziffern)")


def _count(value: object) -> int:
    message = "ist keine ganze Zahl; bitte nur Ziffern schreiben, zum Beispiel 74"
    return int(_pattern(str(value), "0|[1-9][0-9]{0,6}", message))


def _money(value: object) -> Decimal:
    message = "ist kein Betrag; bitte wie 15 oder 202.68 schreiben (Punkt, zwei Stellen, ohne Euro)"
    return Decimal(_pattern(str(value), "(0|[1-9][0-9]{0,6})([.][0-9]{2})?", message))


def _coordinate(value: object) -> Decimal:
    message = "ist keine Koordinate; bitte in Grad mit Punkt schreiben, zum Beispiel 51.5756"
    return Decimal(_pattern(str(value), "-?(1[0-7][0-9]|[1-9]?[0-9])[.][0-9]{1,6}", message))


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("ja", "nein"):
        raise ValueError("kennt nur ja oder nein")
    return value == "ja"


def _site_path(value: str) -> str:
    message = "ist keine Adresse dieser Website; bitte wie /angebote/kindergeld/ schreiben"
    return _pattern(_line(value), SITE_PATH_PATTERN, message)


def _page_path(value: str) -> str:
    if value == "/":
        raise ValueError("darf nicht die Startseite sein")
    return _site_path(value)


SITE_PATH_PATTERN = "/([a-z0-9-]+/)*"


def _repository(value: str) -> str:
    message = "ist kein Projekt auf GitHub; bitte wie https://github.com/organisation/familienwegweiser schreiben"
    return _pattern(_line(value), "https://github[.]com/[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}", message)


def _surnames(value: str) -> str:
    return surnames.check(_line(value))


def _service_key(value: str) -> str:
    return _pattern(value, "[0-9]{14}", "ist kein Leistungsschlüssel (LeiKa); er hat 14 Ziffern, ohne Leerzeichen")


def _hours(value: str) -> str:
    return hours.check(_line(value))


def _schema(**extra: Any) -> WithJsonSchema:
    """What an editor's help is told; editors read 59494 as a number, so numbers are welcome to it too."""
    return WithJsonSchema({"type": ["string", "number"], **extra})


_as_text = PlainSerializer(str, return_type=str)

Line = Annotated[str, AfterValidator(_line), _schema(maxLength=MAX_LINE)]
"""One line of German text, 1 to 300 characters."""
Paragraphs = Annotated[
    str, AfterValidator(_paragraphs), WithJsonSchema({"type": "string", "maxLength": MAX_PARAGRAPHS})
]
"""Text of several lines; an empty line begins a new paragraph."""
Id = Annotated[str, AfterValidator(_id), _schema(pattern=f"^{ID_PATTERN}$")]
RecordReference = Annotated[str, AfterValidator(_record_reference), _schema(pattern=f"^[a-z]+:{ID_PATTERN}$")]
"""A record as it is named from outside, `kind:id`."""
PostalCode = Annotated[str, AfterValidator(_postal_code), _schema(examples=["59494"])]
Ags = Annotated[str, AfterValidator(_ags), _schema(examples=["05974040"])]
"""Amtlicher Gemeindeschlüssel: eight digits for a municipality, five for a district."""
ServiceKey = Annotated[str, AfterValidator(_service_key), _schema(examples=["99041003017000"])]
"""Key of a service in the federal catalogue of services (LeiKa, FIM): fourteen digits."""
Count = Annotated[int, BeforeValidator(_count), _schema(examples=["74"])]
Money = Annotated[Decimal, BeforeValidator(_money), _as_text, _schema(examples=["202.68"])]
"""Euro or per cent, exact."""
Coordinate = Annotated[Decimal, BeforeValidator(_coordinate), _as_text, _schema(examples=["51.5756"])]
"""Degrees, WGS 84."""
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nein"]})]
Day = Annotated[dt.date, BeforeValidator(days.check_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[dt.datetime, BeforeValidator(days.check_moment), _schema(examples=["2026-12-01T14:30"])]
"""Local time of the region (Europe/Berlin), without a zone."""
MonthDay = Annotated[
    str, AfterValidator(days.check_month_day), WithJsonSchema({"type": "string", "examples": ["11-15"]})
]
"""A day of every year."""
SitePath = Annotated[str, AfterValidator(_site_path), _schema(pattern=f"^{SITE_PATH_PATTERN}$")]
"""The address of a page of this site, from the root on."""
PagePath = Annotated[str, AfterValidator(_page_path), _schema(pattern=f"^{SITE_PATH_PATTERN}$")]
"""As `SitePath`, but not the start page."""
PartialDate = Annotated[
    str, AfterValidator(days.check_partial_date), _schema(examples=["2023", "2023-09", "2025-11-28", days.UNKNOWN])
]
Phone = Annotated[str, AfterValidator(phone_email.check_phone), _schema(examples=["+49 2921 106500"])]
ShortNumber = Annotated[str, AfterValidator(phone_email.check_short_number), _schema(examples=["112", "116 016"])]
Email = Annotated[str, AfterValidator(phone_email.check_email), WithJsonSchema({"type": "string", "format": "email"})]
Url = Annotated[str, AfterValidator(urls.check_link), WithJsonSchema({"type": "string", "format": "uri"})]
"""An address that pages link to: https and a public host name."""
Repository = Annotated[
    str,
    AfterValidator(_repository),
    _schema(examples=["https://github.com/organisation/familienwegweiser"]),
]
"""The address of a project on GitHub, without a slash at the end."""
SourceUrl = Annotated[str, AfterValidator(urls.check_source), WithJsonSchema({"type": "string", "format": "uri"})]
"""The address of a source; here alone http is allowed, since some sources never had anything else."""
Hours = Annotated[str, AfterValidator(_hours), _schema(examples=["Mo-Fr 07:30-16:30; PH off"])]
"""Opening hours in the syntax of OpenStreetMap, as far as `hours` allows it."""
Language = Annotated[
    str,
    AfterValidator(languages.check_language),
    WithJsonSchema({"type": "string", "enum": sorted(languages.names())}),
]
"""A language people are spoken to in (ISO 639-1)."""


def _appointments(value: object) -> str:
    return hours.check_appointments(_line(str(value)))


Appointments = Annotated[str, AfterValidator(_appointments), _schema(examples=["ja", "We", "We 14:00-17:00; Fr"])]
"""`ja`, or the days (with times, if known) on which somebody is seen by appointment only."""
Surnames = Annotated[str, AfterValidator(_surnames), _schema(examples=["A-K", "Sch", "Ro-Rz", "S ohne Sch"])]
"""Beginnings of surnames, by which an office divides its work."""
Recurrence = Annotated[str, AfterValidator(days.check_recurrence), _schema(examples=["FREQ=WEEKLY;BYDAY=TU"])]
