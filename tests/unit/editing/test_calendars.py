"""A calendar of a house is read into events: recurring ones too, with what could not be taken said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from outlets import edition_of, made
from regions import DAY, HOUSE, PROOF, read

from wegweiser.editing.calendars import ReadCalendar, UnreadableCalendarError, read_calendar
from wegweiser.schema import Event

NAME = "kalender.ics"
SOURCE = {"title": f"Kalender des Hauses ({NAME})", "kind": "own", "accessed": "2026-06-01"}
HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//DE\n"
START = "DTSTART;TZID=Europe/Berlin:20260609T143000"


def calendar(*events: str) -> bytes:
    """Events given by their lines, separated by bars."""
    written = [
        f"BEGIN:VEVENT\nUID:{number}@example.org\n" + one.replace("|", "\n") + "\nEND:VEVENT\n"
        for number, one in enumerate(events)
    ]
    return f"{HEAD}{''.join(written)}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def reading(folder: Path, *events: str) -> ReadCalendar:
    return read_calendar(NAME, calendar(*events), HOUSE, read(folder), DAY)


def test_a_consultation_hour_becomes_a_record(tmp_path: Path) -> None:
    lines = "|".join(
        (
            "SUMMARY:Sprechstunde Jobcenter",
            "DESCRIPTION:Fragen zu Geld\\, ohne Termin.\\nBringen Sie nichts mit.",
            START,
            "DTEND;TZID=Europe/Berlin:20260609T160000",
            "RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU;UNTIL=20270630T120000Z",
            "EXDATE;TZID=Europe/Berlin:20260714T143000,20260811T143000",
            "LAST-MODIFIED:20260501T100000Z",
            "ORGANIZER;CN=Eine Person:mailto:person@example.org",
        )
    )
    found = reading(tmp_path, lines)
    [event] = found.events
    assert event.id == f"sprechstunde-jobcenter-{HOUSE}"
    assert event.notes == ("Namen und Adressen von Personen sind nicht übernommen.",)
    assert event.fields == {
        "title": "Sprechstunde Jobcenter",
        "summary": "Fragen zu Geld, ohne Termin. Bringen Sie nichts mit.",
        "audience": "parents",
        "municipality": "dornmoor",
        "centre": HOUSE,
        "start": "2026-06-09T14:30",
        "end": "2026-06-09T16:00",
        "recurrence": "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630T140000",
        "exceptions": ["2026-07-14", "2026-08-11"],
        "sources": [{**SOURCE, "published": "2026-05-01"}],
    }
    assert Event.model_validate(event.fields)


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (START, "2026-06-09T14:30"),
        ("DTSTART:20260609T123000Z", "2026-06-09T14:30"),
        ("DTSTART:20260609T143000", "2026-06-09T14:30"),
        ("DTSTART;TZID=America/New_York:20261201T080000", "2026-12-01T14:00"),
    ],
)
def test_hours_are_told_in_local_time(tmp_path: Path, lines: str, start: str) -> None:
    [event] = reading(tmp_path, f"SUMMARY:Elterncafé|{lines}").events
    assert event.fields["start"] == start


@pytest.mark.parametrize(
    ("lines", "title", "reason"),
    [
        (f"SUMMARY:Arzt|CLASS:PRIVATE|{START}", "Arzt", "als privat gekennzeichnet"),
        (START, "ohne Titel", "hat keinen Titel"),
        ("SUMMARY:Ausflug|DTSTART;VALUE=DATE:20260701", "Ausflug", "keine Uhrzeit"),
        ("SUMMARY:Fest|DTSTART:20250601T140000", "Fest", "ist vorbei"),
        ("SUMMARY:Fest|DTSTART:morgen", "Fest", "Der Beginn ist nicht lesbar"),
        (f"SUMMARY:Fest|{START}|RRULE:FREQ=WEEKLY|EXDATE:nie", "Fest", "Eine Angabe des Termins ist nicht lesbar"),
        ("SUMMARY:Fest", "Fest", "Der Beginn ist nicht lesbar"),
        ("SUMMARY:Kurs|DTSTART:20250601T140000|RRULE:FREQ=WEEKLY;UNTIL=20250801T000000Z", "Kurs", "ist vorbei"),
    ],
)
def test_what_cannot_be_taken_is_said(tmp_path: Path, lines: str, title: str, reason: str) -> None:
    found = reading(tmp_path, lines)
    assert found.events == ()
    [untaken] = found.untaken
    assert untaken.title == title
    assert reason in untaken.reason


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("RRULE:FREQ=HOURLY", "Die Wiederholung (FREQ=HOURLY) können wir nicht übernehmen"),
        ("RRULE:FREQ=DAILY;BYHOUR=9,10", "können wir nicht übernehmen"),
        ("RRULE:FREQ=WEEKLY|RRULE:FREQ=DAILY", "mehrere Wiederholungen"),
        ("RDATE:20260701T100000", "zusätzliche Tage"),
        ("ATTENDEE:mailto:eltern@example.org", "Namen und Adressen von Personen"),
        (f"DESCRIPTION:{'wort ' * 90}", "Die Beschreibung ist gekürzt."),
    ],
)
def test_what_is_lost_is_said(tmp_path: Path, lines: str, note: str) -> None:
    [event] = reading(tmp_path, f"SUMMARY:Café|{START}|{lines}").events
    assert any(note in said for said in event.notes)
    assert Event.model_validate(event.fields)


def test_a_date_that_was_moved_is_an_event_of_its_own(tmp_path: Path) -> None:
    weekly = f"UID:a@example.org|SUMMARY:Café|{START}|RRULE:FREQ=WEEKLY;BYDAY=TU"
    moved = "UID:a@example.org|SUMMARY:Café|RECURRENCE-ID;TZID=Europe/Berlin:20260616T143000|DTSTART:20260617T100000"
    content = calendar(weekly, moved).replace(b"UID:0@example.org\r\n", b"").replace(b"UID:1@example.org\r\n", b"")
    series, single = read_calendar(NAME, content, HOUSE, read(tmp_path), DAY).events
    assert series.fields["exceptions"] == ["2026-06-16"]
    assert (single.fields["start"], single.id) == ("2026-06-17T10:00", f"cafe-{HOUSE}-2")


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 1, "kein Kalender"),
        (b"Hallo", 1, "kein Kalender"),
        (b"%PDF-1.7", 1, "kein Kalender"),
        (calendar(f"SUMMARY:X|{START}").replace(b"END:VEVENT\r\n", b""), 8, "Hier endet VCALENDAR"),
        (calendar(f"SUMMARY:X|{START}").replace(b"END:VCALENDAR\r\n", b""), 1, "endet nirgends"),
        (calendar("SUMMARY X"), 6, "fehlt der Name vor dem Doppelpunkt"),
        (calendar("SUMMARY:X").replace(b"SUMMARY:X", b"SUMMARY:\xfc"), 6, "nicht UTF-8"),
        (b"BEGIN:VCALENDAR\r\n" + b"X:" + b"a" * 5_000_000, 1, "über 5 MB"),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int, said: str) -> None:
    with pytest.raises(UnreadableCalendarError) as refused:
        read_calendar(NAME, content, HOUSE, read(tmp_path), DAY)
    first = str(refused.value).splitlines()[0]
    assert first.startswith(f"{NAME}:{line}:1: Fehler: ")
    assert said in first
    assert "Bitte" in first


def test_our_own_calendar_comes_back_as_it_was(tmp_path: Path) -> None:
    event = {
        **{"title": "Sprechstunde", "summary": "Fragen zu Geld.", "audience": "parents", "centre": HOUSE, **PROOF},
        **{"start": "2026-06-09T14:30", "end": "2026-06-09T16:00", "exceptions": ["2026-06-16"]},
        "recurrence": "FREQ=WEEKLY;UNTIL=20261231",
    }
    edition, site = edition_of(tmp_path, {"events/probe": event})
    content = made(edition, site, f"familienzentren/{HOUSE}/termine.ics")
    [back] = read_calendar(NAME, content, HOUSE, edition.catalog, DAY).events
    assert back.fields["recurrence"] == "FREQ=WEEKLY;UNTIL=20261231T235959"
    assert back.fields["exceptions"] == ["2026-06-16"]
    assert (back.fields["start"], back.fields["end"]) == ("2026-06-09T14:30", "2026-06-09T16:00")


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "a\u202eb", "{{ x }}", '"Fest"', "x" * 400])
def test_hostile_titles_are_taken_as_harmless_text(tmp_path: Path, title: str) -> None:
    [event] = reading(tmp_path, f"SUMMARY:{title}|{START}").events
    assert Event.model_validate(event.fields)
    assert not set("<>{}\u202e") & set(event.fields["title"])


def test_thousands_of_events(tmp_path: Path) -> None:
    found = reading(tmp_path, *[f"SUMMARY:Treffen {number}|{START}" for number in range(500)])
    assert len({event.id for event in found.events}) == 500
    assert found.events[0].fields["sources"][0]["accessed"] == dt.date(2026, 6, 1).isoformat()
