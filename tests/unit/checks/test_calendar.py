"""Dates that cannot be right on any day, and those that need somebody's look; the day is an argument."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, OFFERS, SECOND_HOUSE, Changes, Fields, files, findings, problems, source

from wegweiser.values.problems import Level

TODAY, TOMORROW = "2026-06-01", "2026-06-02"
IN_FUTURE = "Fehler: Das Prüfdatum liegt in der Zukunft."
READ_IN_FUTURE = "Fehler: Das Datum, an dem die Quelle gelesen wurde, liegt in der Zukunft."
READ_TOO_EARLY = "Fehler: Die Quelle wurde gelesen, bevor sie erschienen ist."


def test_the_unchanged_region_has_no_problem_on_its_day(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


# F1: checks and readings in the future


def proof(day: str) -> Fields:
    return {"on": day, "by": "Leitung"}


NEVER_CHECKED_ELSEWHERE = [
    (f"centres/{HOUSE}", {"checked": proof(TOMORROW)}),
    (f"centres/{HOUSE}", {"address": {"street": "Oberweg 98", "postal_code": "00100", "checked": proof(TOMORROW)}}),
    (f"centres/{HOUSE}", {"channels": [{"email": "haus@example.org", "checked": proof(TOMORROW)}]}),
    (f"centres/{HOUSE}", {"opening_hours": {"hours": "Mo 08:00-12:00", "checked": proof(TOMORROW)}}),
    (f"centres/{HOUSE}", {"places": {"value": "74", "as_of": "2026", "checked": proof(TOMORROW)}}),
    ("contacts/kreis", {"checked": proof(TOMORROW)}),
    ("organizations/kreis", {"checked": proof(TOMORROW)}),
    ("news/neue-vereinbarung", {"checked": proof(TOMORROW)}),
]


@pytest.mark.parametrize(("file", "fields"), NEVER_CHECKED_ELSEWHERE)
def test_a_check_in_the_future(tmp_path: Path, file: str, fields: Fields) -> None:
    assert findings(tmp_path, {file: fields}) == [f"{file}.yml | {TOMORROW} | {IN_FUTURE}"]


@pytest.mark.parametrize(("file", "fields"), NEVER_CHECKED_ELSEWHERE)
def test_a_check_today(tmp_path: Path, file: str, fields: Fields) -> None:
    assert findings(tmp_path, {file: fields}, DAY + dt.timedelta(days=1)) == []


RULE = {"contact": "kreis", "offers": ["elterncafe"]}
PLACES_OF_SOURCES = {
    f"centres/{HOUSE}": lambda sources: {"sources": sources},
    f"centres/{SECOND_HOUSE}": lambda sources: {"channels": [{"email": "haus@example.org", "sources": sources}]},
    "municipalities/dornmoor": lambda sources: {"sources": sources},
    "responsibilities": lambda sources: {
        "rules": [*files()["responsibilities"]["rules"], {**RULE, "sources": sources}]
    },
    "short_numbers": lambda sources: {"short_numbers": [{"number": "112", "label": "Notruf", "sources": sources}]},
}


@pytest.mark.parametrize("file", PLACES_OF_SOURCES)
def test_sources_are_looked_at_wherever_they_stand(tmp_path: Path, file: str) -> None:
    sources = [source(), source(accessed=TOMORROW)]  # the first is right, so the place must be the second's
    assert findings(tmp_path, {file: PLACES_OF_SOURCES[file](sources)}) == [
        f"{file}.yml | {TOMORROW} | {READ_IN_FUTURE}"
    ]


@pytest.mark.parametrize(
    ("published", "accessed", "faults"),
    [
        ("2026-06-01", "2026-06-01", []),
        ("unknown", "2026-06-01", []),
        ("2026", "2026-01-01", []),
        ("2026-05", "2026-05-01", []),
        ("2026-05-31", "2026-05-31", []),
        ("2026-06-01", "2026-06-02", [f"2026-06-02 | {READ_IN_FUTURE}"]),
        ("2026-06-01", "2026-05-31", [f"2026-06-01 | {READ_TOO_EARLY}"]),
        ("2026-06", "2026-05-31", [f"2026-06 | {READ_TOO_EARLY}"]),
        ("2027", "2026-06-01", [f"2027 | {READ_TOO_EARLY}"]),
        ("2026-06-04", "2026-06-03", [f"2026-06-04 | {READ_TOO_EARLY}", f"2026-06-03 | {READ_IN_FUTURE}"]),
    ],
)
def test_sources_are_read_after_they_appear_and_before_today(
    tmp_path: Path, published: str, accessed: str, faults: list[str]
) -> None:
    found = findings(tmp_path, {"contacts/kreis": {"sources": [source(published=published, accessed=accessed)]}})
    assert found == [f"contacts/kreis.yml | {fault}" for fault in faults]


# F9: figures, agreements and news have a date, and it is no promise


@pytest.mark.parametrize(
    ("date", "wording"),
    [
        ("2026-06-01", None),
        ("2026-06", None),
        ("2026", None),
        ("unknown", None),
        ("2026-06-02", "2. Juni 2026"),
        ("2026-07", "Juli 2026"),
        ("2027", "2027"),
    ],
)
def test_a_figure_tells_what_was(tmp_path: Path, date: str, wording: str | None) -> None:
    [fault] = findings(tmp_path, {f"centres/{HOUSE}": {"places": {"value": "74", "as_of": date}}}) or [None]
    told = f"centres/{HOUSE}.yml | {date} | Fehler: 'as_of' liegt in der Zukunft: {wording}."
    assert fault == (told if wording else None)


@pytest.mark.parametrize(
    ("file", "fields", "field"),
    [
        (f"centres/{HOUSE}", {"groups": {"value": "3", "as_of": "2027"}}, "as_of"),
        (f"centres/{HOUSE}", {"children": {"value": "70", "as_of": "2027"}}, "as_of"),
        (f"centres/{HOUSE}", {"ages": {"maximum_years": "6", "as_of": "2027"}}, "as_of"),
        (f"centres/{HOUSE}", {"activities": [{"title": "Turnen", "as_of": "2027"}]}, "as_of"),
        ("municipalities/dornmoor", {"inhabitants": {"value": "7000", "as_of": "2027"}}, "as_of"),
        (f"agreements/{HOUSE}", {"as_of": "2027"}, "as_of"),
        (f"agreements/{HOUSE}", {"signed": "2027"}, "signed"),
        (f"agreements/{HOUSE}", {"renewed": "2027"}, "renewed"),
        ("news/neue-vereinbarung", {"date": "2027"}, "date"),
    ],
)
def test_all_that_has_happened_is_dated_before_today(tmp_path: Path, file: str, fields: Fields, field: str) -> None:
    told = f"{file}.yml | 2027 | Fehler: '{field}' liegt in der Zukunft: 2027."
    assert findings(tmp_path, {file: fields}) == [told]


@pytest.mark.parametrize("field", ["places", "groups", "children"])
def test_a_figure_without_a_date_is_refused(tmp_path: Path, field: str) -> None:
    found = findings(tmp_path, {f"centres/{HOUSE}": {field: {"value": "74"}}})
    assert found == [f"centres/{HOUSE}.yml | value: '74' | Fehler: Das Pflichtfeld '{field}.as_of' (Stand) fehlt."]


# F4 and F5: amounts


def amount(start: str, end: str, id_: str = "satz") -> Fields:
    return {"id": id_, "label": "Satz", "value": "15", "per": "month", "valid_from": start, "valid_to": end}


def amounts(*windows: Fields) -> Changes:
    return {"offers/wohngeld": {"amounts": list(windows)}}


THIS_YEAR = amount("2026-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("windows", "faults"),
    [
        ([THIS_YEAR], []),
        ([THIS_YEAR, amount("2027-01-01", "2027-12-31")], []),
        ([amount("2027-01-01", "2027-12-31"), THIS_YEAR], []),  # in any order
        ([THIS_YEAR, amount("2026-01-01", "2026-12-31", "zuschlag")], []),  # another amount
        ([amount("2026-06-01", "2027-06-01")], []),
        (
            [THIS_YEAR, amount("2026-12-31", "2027-12-31")],
            ["2026-12-31 | Fehler: Zwei Beträge für 'satz' gelten zugleich. Bitte die Zeiträume trennen."],
        ),
        (
            [amount("2026-12-31", "2027-12-31"), THIS_YEAR],
            ["2026-12-31 | Fehler: Zwei Beträge für 'satz' gelten zugleich. Bitte die Zeiträume trennen."],
        ),
        (
            [THIS_YEAR, amount("2026-01-01", "2026-12-31")],
            ["2026-01-01 | Fehler: Zwei Beträge für 'satz' gelten zugleich. Bitte die Zeiträume trennen."],
        ),
        (
            [THIS_YEAR, amount("2027-01-02", "2027-12-31")],
            [
                "2027-01-02 | Fehler: Zwischen 31. Dezember 2026 und 2. Januar 2027 gilt kein Betrag für 'satz'. "
                "Bitte die Lücke schließen."
            ],
        ),
        (
            [amount("2026-12-31", "2026-01-01")],
            [
                "2026-12-31 | Warnung: Der Betrag 'satz' gilt erst ab 31. Dezember 2026. "
                "Bis dahin heißt es: wird geprüft.",
                "2026-01-01 | Warnung: Der Betrag 'satz' galt bis 1. Januar 2026. "
                "Die Seite nennt ihn jetzt als letzten bekannten. Bitte den neuen eintragen.",
                "2026-01-01 | Fehler: Der Betrag endet, bevor er beginnt.",
            ],
        ),
        ([amount("2026-06-01", "2026-06-01"), amount("2026-06-02", "2027-06-01")], []),  # a single day
    ],
)
def test_windows_of_an_amount(tmp_path: Path, windows: list[Fields], faults: list[str]) -> None:
    assert findings(tmp_path, amounts(*windows)) == [f"offers/wohngeld.yml | {fault}" for fault in faults]


STARTS_LATER = "Warnung: Der Betrag 'satz' gilt erst ab 1. März 2027. Bis dahin heißt es: wird geprüft."
ENDS_SOON = "Warnung: Der Betrag 'satz' gilt nur noch bis 31. Dezember 2027. Bitte den nächsten eintragen."
HAS_ENDED = (
    "Warnung: Der Betrag 'satz' galt bis 31. Dezember 2027. "
    "Die Seite nennt ihn jetzt als letzten bekannten. Bitte den neuen eintragen."
)
IS_LONG_OVER = HAS_ENDED.replace("nennt ihn jetzt als letzten bekannten", "sagt jetzt nur noch: wird geprüft")


@pytest.mark.parametrize(
    ("today", "faults"),
    [
        ("2027-02-28", [f"2027-03-01 | {STARTS_LATER}"]),
        ("2027-03-01", []),
        ("2027-10-31", []),
        ("2027-11-01", [f"2027-12-31 | {ENDS_SOON}"]),  # 60 days before the last
        ("2027-12-31", [f"2027-12-31 | {ENDS_SOON}"]),
        ("2028-01-01", [f"2027-12-31 | {HAS_ENDED}"]),
        ("2029-12-31", [f"2027-12-31 | {HAS_ENDED}"]),
        ("2030-01-01", [f"2027-12-31 | {IS_LONG_OVER}"]),
        ("2099-12-31", [f"2027-12-31 | {IS_LONG_OVER}"]),
    ],
)
def test_an_amount_in_the_course_of_time_is_never_an_error(tmp_path: Path, today: str, faults: list[str]) -> None:
    changes = amounts(amount("2027-03-01", "2027-10-31"), amount("2027-11-01", "2027-12-31"))
    found = [line for line in findings(tmp_path, changes, dt.date.fromisoformat(today)) if "'satz'" in line]
    assert found == [f"offers/wohngeld.yml | {fault}" for fault in faults]


@pytest.mark.parametrize(("today", "is_due"), [("2027-06-15", False), ("2027-06-16", True), ("2099-12-31", True)])
def test_an_amount_without_an_end_is_looked_at_again(tmp_path: Path, today: str, is_due: bool) -> None:
    window = {**amount("2026-01-01", ""), "review_on": "2027-06-15"}
    del window["valid_to"]
    due = (
        "offers/wohngeld.yml | 2027-06-15 | Warnung: Der Betrag 'satz' sollte am 15. Juni 2027 neu geprüft werden. "
        "Die Seite nennt jetzt das Jahr, von dem er bekannt ist."
    )
    found = findings(tmp_path, amounts(window), dt.date.fromisoformat(today))
    assert [line for line in found if "'satz'" in line] == ([due] if is_due else [])


# Closing days


@pytest.mark.parametrize(
    ("start", "end", "faults"),
    [
        ("2026-12-24", "2027-01-01", []),
        ("2026-12-24", "2026-12-24", []),
        ("2026-12-24", "2026-12-23", ["2026-12-23 | Fehler: Das Ende liegt vor dem Anfang."]),
        ("2027-01-02", "2026-12-24", ["2026-12-24 | Fehler: Das Ende liegt vor dem Anfang."]),
    ],
)
def test_closing_days(tmp_path: Path, start: str, end: str, faults: list[str]) -> None:
    days = [
        {"start": "2026-08-01", "end": "2026-08-02", "reason": "Sommer"},
        {"start": start, "end": end, "reason": "Winter"},
    ]
    found = findings(tmp_path, {f"centres/{HOUSE}": {"closing_days": days}})
    assert found == [f"centres/{HOUSE}.yml | {fault}" for fault in faults]


# G3: a name is there for a time only

PERSON = {"name": "Erika Musterfrau", "basis": "consent", "source": "Einwilligung vom 1. Mai 2026"}
TOO_LONG = "Fehler: Ein Name darf höchstens 24 Monate im Voraus eingetragen sein. Bitte früher enden lassen."
IS_OVER = "Warnung: Die Frist ist vorbei: Name und private Nummern stehen nicht mehr auf der Seite. Bitte löschen."
ENDS_IN_DAYS = "Warnung: Die Frist für den Namen endet in höchstens 30 Tagen."


@pytest.mark.parametrize(
    ("until", "fault"),
    [
        ("2025-01-01", IS_OVER),
        ("2026-05-31", IS_OVER),
        ("2026-06-01", ENDS_IN_DAYS),
        ("2026-06-30", ENDS_IN_DAYS),
        ("2026-07-01", ENDS_IN_DAYS),
        ("2026-07-02", None),
        ("2028-05-31", None),
        ("2028-06-01", None),
        ("2028-06-02", TOO_LONG),
        ("2099-12-31", TOO_LONG),
    ],
)
def test_the_time_of_a_name(tmp_path: Path, until: str, fault: str | None) -> None:
    found = findings(tmp_path, {"contacts/kreis": {"person": {**PERSON, "until": until}}})
    assert found == ([f"contacts/kreis.yml | {until} | {fault}"] if fault else [])


# F7 and F10: no day is too much

FULL_OF_DATES: Changes = {
    **amounts(amount("2026-01-01", "2028-02-29"), amount("2028-03-01", "2028-12-31")),
    f"centres/{HOUSE}": {
        "opening_hours": {"hours": "Mo-Fr 07:00-16:30; SH off; Feb 29 10:00-11:00; PH off"},
        "closing_days": [{"start": "2028-02-29", "end": "2028-03-01", "reason": "Fortbildung"}],
    },
    "contacts/kreis": {"person": {**PERSON, "until": "2028-02-29"}},
    "events/sprechstunde": {
        "start": "2024-02-29T22:00",
        "end": "2024-03-01T02:00",
        "recurrence": "FREQ=YEARLY",
        "exceptions": ["2028-02-29"],
    },
}
ODD_DAYS = """2027-01-01 2028-01-01 2028-02-28 2028-02-29 2028-03-01 2028-03-26 2028-05-31 2028-10-29 2028-12-31
    2099-12-31""".split()
"""Turns of the year, a leap day, the clock change; tests/data tries every day of 2028 on the real data."""


@pytest.mark.parametrize("day", ODD_DAYS)
def test_no_day_is_too_much(tmp_path: Path, day: str) -> None:
    found = problems(tmp_path, FULL_OF_DATES, dt.date.fromisoformat(day))
    assert {problem.level for problem in found} == {Level.WARNING}


def test_13_months_later_there_are_only_warnings(tmp_path: Path) -> None:
    found = problems(tmp_path, today=dt.date(2027, 7, 2))
    assert {problem.level for problem in found} == {Level.WARNING}
    looked_at = {Path(problem.path).stem for problem in found if problem.message.startswith("Seit über 12 Monaten")}
    assert looked_at >= {HOUSE, "kreis", "jobcenter", *OFFERS}
