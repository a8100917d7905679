"""What one file may say: the table of every kind of value, required fields, and the examples that help pages show."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from examples import Fields, full, minimal, models
from fuzzing import by_chance
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from wegweiser import schema
from wegweiser.schema import Model, codes
from wegweiser.schema import types as v
from wegweiser.schema.ways import Way


def become(kind: Any, written: object) -> object:
    return TypeAdapter(kind).validate_python(written)


def refusal(kind: Any, written: object) -> str:
    """The end of the German sentence."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(written)
    return str(caught.value.errors()[0]["ctx"]["error"])


# One table per kind of value: what is accepted and what it becomes, what is refused and why.


@pytest.mark.parametrize("written", ["x", "Haus Löwenzahn", "x" * 300])
def test_line_accepts(written: str) -> None:
    assert become(v.Line, written) == written


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "ist leer"),
        ("   ", "hat Leerzeichen am Rand oder zwei hintereinander"),
        (" Haus", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Haus  Garten", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Haus\nGarten", "darf nur eine Zeile haben"),
        ("x" * 301, "ist zu lang: 301 Zeichen, erlaubt sind 300"),
        ("<b>", "enthält das Zeichen < (U+003C), das nicht erlaubt ist; bitte weglassen"),
        ("Haus\0", "enthält das unsichtbare Zeichen U+0000; bitte löschen"),
    ],
)
def test_line_refuses(written: str, reason: str) -> None:
    assert refusal(v.Line, written) == reason


@pytest.mark.parametrize(
    ("written", "becomes"),
    [("x", "x"), ("Eins.\n\nZwei.\n", "Eins.\n\nZwei."), ("x" * 4000, "x" * 4000), ("x" * 4000 + "\n", "x" * 4000)],
)
def test_paragraphs_accept(written: str, becomes: str) -> None:
    assert become(v.Paragraphs, written) == becomes


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "ist leer"),
        ("\n", "ist leer"),
        ("x" * 4001, "ist zu lang: 4001 Zeichen, erlaubt sind 4000"),
        ("Eins.\n{{ zwei }}", "enthält das Zeichen { (U+007B), das nicht erlaubt ist; bitte weglassen"),
    ],
)
def test_paragraphs_refuse(written: str, reason: str) -> None:
    assert refusal(v.Paragraphs, written) == reason


@pytest.mark.parametrize("written", ["a", "1", "kita-platz", "sgb2", "a-1-b", "x" * 60])
def test_id_accepts(written: str) -> None:
    assert become(v.Id, written) == written


NO_ID = "ist kein Kurzname; erlaubt sind a-z, 0-9 und einzelne Bindestriche"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        *[
            (written, NO_ID)
            for written in ("", "-a", "a-", "a--b", "A", "ä", "a b", "a_b", "a.b", "a/b", "../a", "a\n", "٣")
        ],
        ("x" * 61, "ist zu lang: 61 Zeichen, erlaubt sind 60"),
    ],
)
def test_id_refuses(written: str, reason: str) -> None:
    assert refusal(v.Id, written) == reason


@pytest.mark.parametrize("written", ["offer:kindergeld", "centre:haus-1"])
def test_record_reference_accepts(written: str) -> None:
    assert become(v.RecordReference, written) == written


@pytest.mark.parametrize(
    "written", ["", "kindergeld", "offer:", ":kindergeld", "offer: kindergeld", "Offer:a", "offer:a:b", "offer:Ä"]
)
def test_record_reference_refuses(written: str) -> None:
    assert refusal(v.RecordReference, written).startswith("nennt keinen Datensatz; bitte wie 'offer:")


@pytest.mark.parametrize("written", ["59494", "01067", "00000"])
def test_postal_code_accepts(written: str) -> None:
    assert become(v.PostalCode, written) == written


@pytest.mark.parametrize(
    "written", ["", "5949", "594944", "5949 4", "D-59494", "59494\n", " 59494", "٥٩٤٩٤", "５９４９４", "O1067"]
)
def test_postal_code_refuses(written: str) -> None:
    assert refusal(v.PostalCode, written) == "ist keine Postleitzahl; bitte genau fünf Ziffern schreiben"


@pytest.mark.parametrize("written", ["05974", "05974040"])
def test_ags_accepts(written: str) -> None:
    assert become(v.Ags, written) == written


@pytest.mark.parametrize("written", ["", "0597", "059740", "0597404", "059740400", "05 974 040", "٠٥٩٧٤"])
def test_ags_refuses(written: str) -> None:
    assert refusal(v.Ags, written) == "ist kein Amtlicher Gemeindeschlüssel (fünf oder acht Ziffern)"


@pytest.mark.parametrize(("written", "becomes"), [("0", 0), ("7", 7), ("74", 74), ("9999999", 9_999_999)])
def test_count_accepts(written: str, becomes: int) -> None:
    assert become(v.Count, written) == becomes


@pytest.mark.parametrize(
    "written",
    ["", " 74 ", "074", "1_000", "1.000", "74.0", "74,5", "-1", "+1", "1e3", "٧٤", "vierzehn", "10000000", "9" * 5000],
)
def test_count_refuses(written: str) -> None:
    assert refusal(v.Count, written).startswith("ist keine ganze Zahl; bitte nur Ziffern schreiben")


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("0", "0"),
        ("15", "15"),
        ("202.68", "202.68"),
        ("12.50", "12.50"),
        ("0.10", "0.10"),
        ("9999999.99", "9999999.99"),
    ],
)
def test_money_accepts_and_stays_exact(written: str, becomes: str) -> None:
    found = become(v.Money, written)
    assert found == Decimal(becomes)
    assert str(found) == becomes


@pytest.mark.parametrize(
    "written",
    [
        "",
        "12,50",
        "12.5",
        "12.",
        ".50",
        "1.000",
        "1.000,00",
        "-1",
        "012",
        "12.505",
        "1e3",
        "15 Euro",
        "15 €",
        "NaN",
        "٥",
        "12345678",
    ],
)
def test_money_refuses(written: str) -> None:
    assert refusal(v.Money, written).startswith("ist kein Betrag; bitte wie 15 oder 202.68 schreiben")


@pytest.mark.parametrize("written", ["51.5756", "8.1", "-8.1", "0.0", "179.999999"])
def test_coordinate_accepts(written: str) -> None:
    assert become(v.Coordinate, written) == Decimal(written)


@pytest.mark.parametrize(
    "written", ["", "51", "51,5756", "51.57561234", "051.5", "180.5", "999.1", "51° 34'", "N51.5", "NaN"]
)
def test_coordinate_refuses(written: str) -> None:
    assert refusal(v.Coordinate, written).startswith("ist keine Koordinate; bitte in Grad mit Punkt schreiben")


@pytest.mark.parametrize(("written", "becomes"), [("ja", True), ("nein", False)])
def test_yes_no_accepts(written: str, becomes: bool) -> None:
    assert become(v.YesNo, written) is becomes


@pytest.mark.parametrize("written", ["", "Ja", "yes", "no", "y", "on", "off", "true", "f", "0", "1", "ja "])
def test_yes_no_refuses(written: str) -> None:
    assert refusal(v.YesNo, written) == "kennt nur ja oder nein"


@pytest.mark.parametrize("kind", [v.Day, v.Moment, v.PartialDate])
@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
def test_a_year_that_nobody_can_mean_is_refused(kind: Any, year: str) -> None:
    assert (
        refusal(kind, f"{year}-12-31{'T14:30' if kind is v.Moment else ''}") == f"nennt das Jahr {year}; bitte prüfen"
    )


@pytest.mark.parametrize("kind", [v.Day, v.Moment, v.PartialDate])
@pytest.mark.parametrize("year", ["1900", "2199"])
def test_the_first_and_the_last_year_are_accepted(kind: Any, year: str) -> None:
    assert become(kind, f"{year}-12-31{'T14:30' if kind is v.Moment else ''}")


@pytest.mark.parametrize("written", ["2026-03-01", "2028-02-29", "1999-12-31"])
def test_day_accepts(written: str) -> None:
    assert become(v.Day, written) == dt.date.fromisoformat(written)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "0",
            "1772323200",
            "20260301",
            "2026-3-1",
            "2026-03-01T00:00:00",
            "01.03.2026",
            "2026-02-30",
            "2026-13-01",
        ),
        *(
            "2027-02-29",
            "2026-W10-7",
            "2026-03",
            "2026",
            "unknown",
            " 2026-03-01",
            "2026-03-01\n",
            "٢٠٢٦-٠٣-٠١",
            "0000-01-01",
        ),
    ],
)
def test_day_refuses(written: str) -> None:
    assert refusal(v.Day, written) == "ist kein Kalendertag; bitte wie 2026-03-01 schreiben"


def test_moment_accepts_local_time_to_the_minute() -> None:
    assert become(v.Moment, "2026-12-01T14:30") == dt.datetime(2026, 12, 1, 14, 30)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "2026-12-01",
            "2026-12-01 14:30",
            "2026-12-01T14",
            "2026-12-01T8:00",
            "2026-12-01T24:00",
            "2026-12-01T25:00",
        ),
        *(
            "2026-12-01T14:30Z",
            "2026-12-01T14:30+01:00",
            "2026-12-01T14:30:15",
            "20261201T1430",
            "2026-02-30T14:30",
            "0",
        ),
    ],
)
def test_moment_refuses(written: str) -> None:
    assert refusal(v.Moment, written) == "ist kein Zeitpunkt; bitte wie 2026-12-01T14:30 schreiben"


@pytest.mark.parametrize("written", ["2023", "2023-09", "2025-11-28", "2028-02-29", "unknown"])
def test_partial_date_accepts(written: str) -> None:
    assert become(v.PartialDate, written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "23",
        "2023-13",
        "2023-9",
        "2023-09-31",
        "2027-02-29",
        "09.2023",
        "0000",
        "Unknown",
        "2023-09-01-01",
        "2023-",
        "٢٠٢٣",
        "2023\n",
    ],
)
def test_partial_date_refuses(written: str) -> None:
    assert refusal(v.PartialDate, written).startswith("ist kein Datum; bitte so genau wie bekannt: 2023, 2023-09,")


@pytest.mark.parametrize("written", ["11-15", "01-01", "12-31", "02-28"])
def test_month_day_accepts(written: str) -> None:
    assert become(v.MonthDay, written) == written


@pytest.mark.parametrize(
    "written", ["", "02-29", "02-30", "04-31", "13-01", "00-01", "1-1", "15.11.", "11-15\n", "2026-11-15"]
)
def test_month_day_refuses(written: str) -> None:
    assert refusal(v.MonthDay, written) == "ist kein Tag, den jedes Jahr hat; bitte Monat und Tag wie 11-15 schreiben"


@pytest.mark.parametrize("written", ["+49 30 23125000", "+49 30 23125001", "+49 30 23125999"])
def test_phone_accepts(written: str) -> None:
    assert become(v.Phone, written) == written


OTHER_FORM = "ist anders geschrieben als üblich; bitte so:"
NO_PHONE = "ist keine Telefonnummer; bitte wie +49 2921 106500 schreiben"
NO_VALID_PHONE = "ist keine gültige Telefonnummer; bitte Vorwahl und Länge prüfen"
NO_SINGLE_PHONE = "ist keine einzelne Telefonnummer; bitte je Nummer einen eigenen Eintrag schreiben"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("030 23125001", f"{OTHER_FORM} +49 30 23125001"),
        ("030/23125001", f"{OTHER_FORM} +49 30 23125001"),
        ("+49 30 / 23125-001", f"{OTHER_FORM} +49 30 23125001"),
        ("(030) 23125-001", f"{OTHER_FORM} +49 30 23125001"),
        ("+49 (0)30 23125001", f"{OTHER_FORM} +49 30 23125001"),
        ("0049 30 23125001", f"{OTHER_FORM} +49 30 23125001"),
        ("+49 30 23125 001", f"{OTHER_FORM} +49 30 23125001"),
        ("+493023125001", f"{OTHER_FORM} +49 30 23125001"),
        ("+49 30 23125001 ", f"{OTHER_FORM} +49 30 23125001"),
        ("٠٣٠ ٢٣١٢٥٠٠١", f"{OTHER_FORM} +49 30 23125001"),
        ("+49 30 23125001 oder 23125002", NO_SINGLE_PHONE),
        ("+49 30 23125001 / 23125002", NO_SINGLE_PHONE),
        ("+49 30 23125001; 23125002", NO_SINGLE_PHONE),
        ("+49 30 23125001 App. 5", NO_SINGLE_PHONE),
        ("+49 30 23125001 ext. 5", NO_SINGLE_PHONE),
        ("+49 30 KITA", NO_SINGLE_PHONE),
        ("0302312/5001", f"{OTHER_FORM} +49 30 23125001"),
        ("03023125/001", NO_SINGLE_PHONE),
        ("030 23125001/02", NO_SINGLE_PHONE),
        ("030 23125001#5", NO_SINGLE_PHONE),
        ("Büro 030 23125001", NO_SINGLE_PHONE),
        ("+49 30 1", NO_VALID_PHONE),
        ("+49 30 1/2", NO_VALID_PHONE),
        ("112", NO_VALID_PHONE),
        ("", NO_PHONE),
        ("+", NO_PHONE),
        ("keine", NO_PHONE),
        ("1" * 5000, NO_PHONE),
    ],
)
def test_phone_refuses_and_shows_the_right_form(written: str, reason: str) -> None:
    assert refusal(v.Phone, written) == reason


@pytest.mark.parametrize("written", ["110", "112", "115", "116 006", "116 117"])
def test_short_number_accepts(written: str) -> None:
    assert become(v.ShortNumber, written) == written


@pytest.mark.parametrize("written", ["", "11", "1120", "116006", "116 06", "012", "112 ", "+49 112", "١١٢"])
def test_short_number_refuses(written: str) -> None:
    assert refusal(v.ShortNumber, written) == "ist keine Kurzwahl; bitte wie 112 oder 116 016 schreiben"


@pytest.mark.parametrize(
    "written", ["stelle@example.org", "a.b_c-d+e@kita.example.org", "kita@xn--mller-kva.example.org"]
)
def test_email_accepts(written: str) -> None:
    assert become(v.Email, written) == written


NO_EMAIL = "ist keine E-Mail-Adresse; bitte wie stelle@example.org schreiben"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Stelle@Example.org", f"{OTHER_FORM} stelle@example.org"),
        ("kita@müller.example.org", f"{OTHER_FORM} kita@xn--mller-kva.example.org"),
        ("", NO_EMAIL),
        ("stelle", NO_EMAIL),
        ("stelle@", NO_EMAIL),
        ("stelle(at)example.org", NO_EMAIL),
        ("stelle@example", NO_EMAIL),
        ("stelle@localhost", NO_EMAIL),
        ("stelle@example.test", NO_EMAIL),
        ("stelle@[127.0.0.1]", NO_EMAIL),
        ("mailto:stelle@example.org", NO_EMAIL),
        ("Stelle <stelle@example.org>", NO_EMAIL),
        ("a@example.org, b@example.org", NO_EMAIL),
        ("stelle@example.org ", NO_EMAIL),
        ("stelle@example.org\n", NO_EMAIL),
        ("stelle@example.org?cc=b@example.org", NO_EMAIL),
        ("a?cc=b@example.org", NO_EMAIL),
        ("a&b@example.org", NO_EMAIL),
        ("{a}@example.org", NO_EMAIL),
        ("`a`@example.org", NO_EMAIL),
        ('"a b"@example.org', NO_EMAIL),
        ("ä@example.org", NO_EMAIL),
    ],
)
def test_email_refuses(written: str, reason: str) -> None:
    assert refusal(v.Email, written) == reason


@pytest.mark.parametrize("written", ["/", "/angebote/", "/angebote/kindergeld/", "/en/orte/beispielstadt/"])
def test_site_path_accepts(written: str) -> None:
    assert become(v.SitePath, written) == written


@pytest.mark.parametrize(
    "written",
    [
        "angebote/",
        "/angebote",
        "//",
        "//example.org/",
        "/Angebote/",
        "/../",
        "/a b/",
        "/a/?q=1",
        "https://example.org/",
    ],
)
def test_site_path_refuses(written: str) -> None:
    assert refusal(v.SitePath, written) == "ist keine Adresse dieser Website; bitte wie /angebote/kindergeld/ schreiben"


def test_page_path_is_not_the_start_page() -> None:
    assert become(v.PagePath, "/angebote/") == "/angebote/"
    assert refusal(v.PagePath, "/") == "darf nicht die Startseite sein"


@pytest.mark.parametrize(
    "written",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=1WE",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20271231",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=WEEKLY;UNTIL=19991231T235900",
        "FREQ=WEEKLY;WKST=MO",
    ],
)
def test_recurrence_accepts(written: str) -> None:
    assert become(v.Recurrence, written) == written


NO_RECURRENCE = "ist keine Wiederholung; bitte wie FREQ=WEEKLY;BYDAY=TU schreiben (RFC 5545)"
WRONG_RECURRENCE = "ist keine gültige Wiederholung (RFC 5545), zum Beispiel FREQ=MONTHLY;BYDAY=1WE"
NEVER = "findet nie statt; bitte Monat und Tag prüfen"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", NO_RECURRENCE),
        ("jeden Dienstag", NO_RECURRENCE),
        ("RRULE:FREQ=WEEKLY", NO_RECURRENCE),
        ("freq=weekly", NO_RECURRENCE),
        ("FREQ=HOURLY", NO_RECURRENCE),
        ("BYDAY=TU;FREQ=WEEKLY", NO_RECURRENCE),
        ("FREQ=WEEKLY;", NO_RECURRENCE),
        ("FREQ=WEEKLY;BYDAY=", NO_RECURRENCE),
        ("FREQ=WEEKLY;BYDAY=DI", NO_RECURRENCE),
        ("FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", NO_RECURRENCE),
        ("FREQ=DAILY;INTERVAL=0", NO_RECURRENCE),
        ("FREQ=DAILY;INTERVAL=99999999999", NO_RECURRENCE),
        ("FREQ=DAILY;COUNT=0", NO_RECURRENCE),
        ("FREQ=DAILY;COUNT=-1", NO_RECURRENCE),
        ("FREQ=DAILY;BYHOUR=99", NO_RECURRENCE),
        ("FREQ=MONTHLY;BYMONTH=13", NO_RECURRENCE),
        ("FREQ=MONTHLY;BYMONTHDAY=32", NO_RECURRENCE),
        ("FREQ=MONTHLY;BYDAY=9MO", NO_RECURRENCE),
        ("FREQ=YEARLY;BYEASTER=0", NO_RECURRENCE),
        ("FREQ=WEEKLY;DTSTART=20260101", NO_RECURRENCE),
        ("FREQ=WEEKLY;UNTIL=2026-12-31", NO_RECURRENCE),
        ("FREQ=WEEKLY;UNTIL=20261231T225959Z", NO_RECURRENCE),
        ("FREQ=WEEKLY;UNTIL=" + "9" * 30, NO_RECURRENCE),
        ("FREQ=WEEKLY\nBYDAY=TU", NO_RECURRENCE),
        ("FREQ=WEEKLY;BYDAY=1MO", WRONG_RECURRENCE),
        ("FREQ=WEEKLY;BYMONTHDAY=15", WRONG_RECURRENCE),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20261231", WRONG_RECURRENCE),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", NEVER),
        ("FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31", NEVER),
        ("FREQ=WEEKLY;UNTIL=20261399", NEVER),
    ],
)
def test_recurrence_refuses(written: str, reason: str) -> None:
    assert refusal(v.Recurrence, written) == reason


@pytest.mark.parametrize(
    ("kind", "written", "year"),
    [
        (v.Day, "0001-01-01", "0001"),
        (v.Day, "1899-12-31", "1899"),
        (v.Day, "9999-12-31", "9999"),
        (v.Moment, "2200-01-01T00:00", "2200"),
        (v.PartialDate, "0206", "0206"),
        (v.PartialDate, "2926-09", "2926"),
    ],
)
def test_years_that_no_fact_can_mean_are_refused(kind: Any, written: str, year: str) -> None:
    assert refusal(kind, written) == f"nennt das Jahr {year}; bitte prüfen"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (v.YesNo, True),
        (v.YesNo, False),
        (v.Day, dt.date(2026, 3, 1)),
        (v.Moment, dt.datetime(2026, 3, 1, 14, 30)),
        (v.Count, 74),
        (v.Money, Decimal("12.50")),
    ],
)
def test_a_value_of_the_right_type_stays_what_it_is(kind: Any, value: object) -> None:
    """Records are also made from other records, not from YAML only."""
    assert become(kind, value) == value


def test_hours_and_addresses_have_their_own_tables() -> None:
    """See test_hours.py and test_urls.py; here only that the fields use them."""
    assert refusal(v.Hours, "Mo").startswith("enthält 'Mo', das ist keine Öffnungszeit")
    assert refusal(v.Hours, "Mo 08:00-10:00\n") == "darf nur eine Zeile haben"
    assert refusal(v.Url, "http://example.org/").startswith("muss mit https:// beginnen")
    assert become(v.SourceUrl, "http://example.org/") == "http://example.org/"


KINDS = [
    *(
        v.Line,
        v.Paragraphs,
        v.Id,
        v.RecordReference,
        v.PostalCode,
        v.Ags,
        v.Count,
        v.Money,
        v.Coordinate,
        v.YesNo,
        v.Day,
    ),
    *(v.Moment, v.PartialDate, v.MonthDay, v.Phone, v.ShortNumber, v.Email, v.Url, v.SourceUrl, v.Hours, v.Recurrence),
    *(v.SitePath, v.PagePath),
]


@by_chance
@given(st.sampled_from(KINDS), st.text(max_size=30) | st.from_regex(r"[0-9:;,.+\-/ A-Z=]{0,30}", fullmatch=True))
def test_any_text_becomes_a_value_or_a_german_reason(kind: Any, written: str) -> None:
    """Nothing else may leave a check: another exception would end the whole run with a traceback."""
    found = []
    try:
        become(kind, written)
    except ValidationError as error:
        found = [details["type"] for details in error.errors()]
    assert found in ([], ["value_error"])


# Codes.

CODES = sorted(codes.Code.__subclasses__(), key=lambda code: code.__name__)


@pytest.mark.parametrize(
    "code", [member for code in CODES for member in code], ids=lambda member: f"{type(member).__name__}-{member}"
)
def test_codes_are_english_words_with_german_labels(code: codes.Code) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}", code)
    assert code.label == code.label.strip() != ""
    assert become(type(code), str(code)) is code


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("written", ["", "unbekannt", "NAME", "PUBLIC", " de", "de\n"])
def test_codes_are_a_closed_list(kind: type[codes.Code], written: str) -> None:
    with pytest.raises(ValidationError):
        become(kind, written)


# Models.

MODELS = models()
REQUIRED = [(model, name) for model in MODELS for name, field in model.model_fields.items() if field.is_required()]
BELONGING = {"Amount": "review_on", "Channel": "phone", "Redirect": "new", "Rule": "contact"}
"""What a model asks for although no single field of it is required."""


def by_name(value: object) -> str:
    return value.__name__ if isinstance(value, type) else str(value)


def faults(model: type[Model], content: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(content)
    return [(details["type"], details["loc"]) for details in caught.value.errors()]


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_the_shortest_content_is_valid(model: type[Model]) -> None:
    assert model.model_validate(minimal(model))


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_every_field_takes_its_own_example(model: type[Model]) -> None:
    """The JSON Schema for editors shows an example of every field; each must pass the real check."""
    content = full(model)
    read = model.model_validate(content)
    assert all(getattr(read, name) not in (None, ()) for name in content)


@pytest.mark.parametrize(("model", "name"), REQUIRED, ids=by_name)
def test_a_required_field_is_missed_at_its_record(model: type[Model], name: str) -> None:
    content = {field: value for field, value in minimal(model).items() if field != name}
    assert faults(model, content) == [("missing", (name,))]


@pytest.mark.parametrize(("name", "field"), BELONGING.items())
def test_one_of_several_fields_is_required(name: str, field: str) -> None:
    model = next(model for model in MODELS if model.__name__ == name)
    content = {key: value for key, value in minimal(model).items() if key != field}
    assert faults(model, content) == [("value_error", ())]


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_an_unknown_field_is_refused(model: type[Model]) -> None:
    assert faults(model, minimal(model) | {"unbekannt": "x"}) == [("extra_forbidden", ("unbekannt",))]


@pytest.mark.parametrize("model", MODELS, ids=by_name)
@pytest.mark.parametrize("content", ["Text", [], ["Text"]], ids=repr)
def test_what_is_no_mapping_is_one_fault(model: type[Model], content: object) -> None:
    assert faults(model, content) == [("model_type", ())]


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_records_cannot_be_changed(model: type[Model]) -> None:
    read = model.model_validate(minimal(model))
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(read, name, None)


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_every_field_has_a_german_title_and_every_model_a_sentence(model: type[Model]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.title, name
        assert field.title[0].isupper(), name


def test_every_folder_and_file_has_a_model_of_its_own() -> None:
    used = [model for _, model in schema.FOLDERS.values()] + list(schema.FILES.values())
    assert len(set(used)) == len(used)
    assert set(schema.REQUIRED_FILES) <= set(schema.FILES)


def test_no_model_has_a_field_for_what_must_not_be_told_about_people() -> None:
    names = {name for model in MODELS for name in model.model_fields}
    assert not {name for name in names if re.search("photo|image|birth|religion|health|home|gender|nationality", name)}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, None),
        ({"contact": None, "contacts": {"beispielstadt": "stelle"}}, None),
        ({"contacts": {"beispielstadt": "stelle"}}, "braucht entweder 'contact' oder 'contacts'"),
        ({"contact": None}, "braucht entweder 'contact' oder 'contacts'"),
        (
            {"contact": None, "contacts": {"beispielstadt": "stelle"}, "municipalities": ["beispielstadt"]},
            "nennt die Orte schon in 'contacts'; bitte 'municipalities' löschen",
        ),
        (
            {"offers": ["kindergeld"], "topics": ["geld"]},
            "kann nicht zugleich für 'offers' und 'topics' gelten; bitte zwei Regeln schreiben",
        ),
    ],
)
def test_a_rule_leads_to_one_contact_or_to_one_for_each_town(changes: Fields, fault: str | None) -> None:
    content = {name: value for name, value in {**minimal(schema.Rule), **changes}.items() if value is not None}
    if fault is None:
        assert schema.Rule.model_validate(content)
    else:
        assert refusal(schema.Rule, content) == fault


WAYS = {
    "phone": "+49 30 23125001",
    "short_number": "112",
    "email": "stelle@example.org",
    "fax": "+49 30 23125003",
    "booking": "https://example.org/termin",
    "online_form": "https://example.org/antrag",
    "sign_language_video": "https://example.org/gebaerden",
    "web": "https://example.org/",
    "post": "Postfach 1, 99998 Beispielstadt",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_channel_is_exactly_one_way(way: str) -> None:
    channel = schema.Channel.model_validate({way: WAYS[way]})
    assert (channel.way, channel.value) == (way, WAYS[way])
    assert tuple(Way) == tuple(WAYS)
    for other in WAYS.keys() - {way}:
        reason = refusal(schema.Channel, {way: WAYS[way], other: WAYS[other]})
        assert reason == f"braucht genau einen Weg: {', '.join(WAYS)}"


def test_nothing_but_models_and_plain_values_is_in_a_record() -> None:
    for model in MODELS:
        assert_plain(model.model_validate(full(model)))


def assert_plain(value: object) -> None:
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                assert_plain(getattr(value, name))
        case tuple():
            for item in value:
                assert_plain(item)
        case dict():
            for item in value.values():
                assert_plain(item)
        case _:
            assert isinstance(value, str | int | bool | Decimal | dt.date | None)
