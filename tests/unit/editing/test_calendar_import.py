"""A calendar of a house becomes events by the command: shown in words, written all or nothing, never twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, read, write
from sites import hashes

from wegweiser.__main__ import main
from wegweiser.editing.calendars.plan import plan_calendars

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//DE\r\n"
CAFE = (
    "BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Elterncafé\r\nLOCATION:Raum 2\r\n"
    "DTSTART;TZID=Europe/Berlin:20260609T143000\r\nDTEND;TZID=Europe/Berlin:20260609T160000\r\n"
    "RRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Berlin:20260616T143000\r\nEND:VEVENT\r\n"
)
WHOLE_DAY = "BEGIN:VEVENT\r\nUID:2@example.org\r\nSUMMARY:Ausflug\r\nDTSTART;VALUE=DATE:20260610\r\nEND:VEVENT\r\n"
FILE = f"events/elterncafe-{HOUSE}.yml"


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780308000")  # 2026-06-01


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(tmp_path / "data")


def calendar(folder: Path, *events: str, name: str = f"{HOUSE}.ics") -> Path:
    file = folder / name
    file.write_bytes(f"{HEAD}{''.join(events)}END:VCALENDAR\r\n".encode())
    return file


def test_calendar_in_and_events_there(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashes(data)
    assert main(["import", str(calendar(tmp_path, CAFE, WHOLE_DAY)), "--data", str(data), "--yes"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Elterncafé ({FILE})",
        "  Nächste Termine: Dienstag, 9. Juni 2026, 14.30 Uhr; Dienstag, 23. Juni 2026, 14.30 Uhr; "
        "Dienstag, 30. Juni 2026, 14.30 Uhr …",
        "  Fällt aus am: 16. Juni 2026",
        "  Ort: Raum 2",
        "  Für Eltern (angenommen; sonst bitte in der Datei ändern)",
        "Nicht übernommen:",
        "  Ausflug: Der Termin gilt den ganzen Tag und hat keine Uhrzeit. Bitte von Hand eintragen.",
        "1 Termin eingetragen.",
    ]
    after = hashes(data)
    assert after.keys() - before.keys() == {FILE}
    assert {name: after[name] for name in before} == before, "nothing else is touched"
    assert read(data).events[f"elterncafe-{HOUSE}"].record.title == "Elterncafé"


def test_the_same_calendar_again_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = calendar(tmp_path, CAFE)
    main(["import", str(file), "--data", str(data), "--yes"])
    before = hashes(data)
    capsys.readouterr()
    assert main(["import", str(file), "--data", str(data), "--yes"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nicht übernommen:",
        f"  Elterncafé: Der Termin steht schon in {FILE}. Was sich geändert hat, bitte dort ändern.",
        "Kein neuer Termin, nichts zu tun.",
    ]
    assert hashes(data) == before


def test_nothing_is_written_unasked(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashes(data)
    monkeypatch.setattr("builtins.input", lambda _: "nein")
    assert main(["import", str(calendar(tmp_path, CAFE)), "--data", str(data)]) == 1
    assert capsys.readouterr().out.endswith("Nichts geschrieben. Mit --yes wird ohne Frage geschrieben.\n")
    assert hashes(data) == before


@pytest.mark.parametrize(
    ("name", "options", "content", "said"),
    [
        (
            "kalender.ics",
            (),
            None,
            "kalender.ics: Welches Haus ist das? "
            "Bitte --house mit seiner Kennung angeben oder die Datei danach benennen.",
        ),
        (
            "kalender.ics",
            ("--house", f"{HOUSE}x"),
            None,
            f"kalender.ics: Das Haus '{HOUSE}x' gibt es nicht. Gemeint: {HOUSE}?",
        ),
        (
            f"{HOUSE}.ics",
            (),
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            f"{HOUSE}.ics, Zeile 1: VCALENDAR beginnt hier und endet nirgends. Die Datei ist unvollständig. "
            "Bitte den Kalender noch einmal als .ics-Datei ausgeben und nicht von Hand ändern.",
        ),
        (
            f"{HOUSE}.ics",
            (),
            b"<html>",
            f"{HOUSE}.ics, Zeile 1: Das ist kein Kalender: Er beginnt nicht mit BEGIN:VCALENDAR. "
            "Bitte den Kalender noch einmal als .ics-Datei ausgeben und nicht von Hand ändern.",
        ),
    ],
    ids=["no house", "unknown house", "cut off", "no calendar"],
)
def test_a_fault_is_named_and_nothing_written(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    options: tuple[str, ...],
    content: bytes | None,
    said: str,
) -> None:
    before = hashes(data)
    file = calendar(tmp_path, CAFE, name=name)
    if content is not None:
        file.write_bytes(content)
    assert main(["import", str(file), "--data", str(data), "--yes", *options]) == 1
    assert f"Fehler: {said}" in capsys.readouterr().err.splitlines()
    assert hashes(data) == before


def test_calendars_and_sheets_do_not_mix(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Guten Tag", "utf-8")
    assert main(["import", str(calendar(tmp_path, CAFE)), str(letter), "--data", str(data), "--yes"]) == 1
    assert "Kalender und Bögen zusammen gehen nicht. Bitte getrennt einlesen." in capsys.readouterr().err


def test_a_whole_year_of_many_events_is_planned_at_once(data: Path) -> None:
    events = "".join(
        CAFE.replace("1@", f"{number}@").replace("SUMMARY:Elterncafé", f"SUMMARY:Café {number}")
        for number in range(200)
    )
    content = f"{HEAD}{events}END:VCALENDAR\r\n".encode()
    plan = plan_calendars(data, {f"{HOUSE}.ics": content}, "", DAY)
    assert (len(plan.events), plan.faults) == (200, [])
