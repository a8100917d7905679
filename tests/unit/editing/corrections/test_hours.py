"""Opening hours as people write them."""

from __future__ import annotations

import re

import pytest

from wegweiser.editing.corrections.hours import read_hours
from wegweiser.view.statements.parts import hours_words

READ = [
    ("Mo-Fr 07:30-16:30; PH off", "Mo-Fr 07:30-16:30; PH off"),
    ("Montag bis Freitag 7.30 bis 16 Uhr", "Mo-Fr 07:30-16:00"),
    ("Mo-Do 7:30-16:30, Fr 7-14 Uhr", "Mo-Th 07:30-16:30; Fr 07:00-14:00"),
    ("Mo–Fr 7.00–17.00 Uhr und Sa 9 bis 12 Uhr", "Mo-Fr 07:00-17:00; Sa 09:00-12:00"),
    ("Mo, Mi und Fr 8 - 12 und 14-16 Uhr; Sa geschlossen", "Mo,We,Fr 08:00-12:00,14:00-16:00; Sa off"),
    ("Montags bis mittwochs: 8.00 Uhr bis 12.00 Uhr", "Mo-We 08:00-12:00"),
    ("an Feiertagen geschlossen; täglich von 8 bis 12 Uhr", "Mo-Su 08:00-12:00; PH off"),
    ("jeden ersten Donnerstag im Monat 14 bis 16 Uhr", "Th[1] 14:00-16:00"),
    ("Dienstag\u00a09 bis 12 Uhr", "Tu 09:00-12:00"),
]


@pytest.mark.parametrize(("written", "hours"), READ)
def test_hours_are_read(written: str, hours: str) -> None:
    assert read_hours(written) == hours


@pytest.mark.parametrize(
    "hours",
    [
        "Mo-We,Fr 07:00-17:30; Th 07:00-18:30; PH off",
        "Mo-Tu 08:30-12:30,14:00-17:00; We 08:30-12:30; PH off",
        "Mo-Fr 06:30-19:00; SH off",
        "Th[1,3] 14:00-16:00; PH off",
        "Mo-We 08:00-12:30; Fr off; PH off",
    ],
)
def test_what_we_show_can_be_written_back(hours: str) -> None:
    assert read_hours(hours_words(hours)) == hours


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("nach Vereinbarung", "nennt mit 'nach vereinbarung' keine Uhrzeit; bitte wie"),
        ("Mo 8 Uhr", "nennt mit 'mo 8 uhr' keine Uhrzeit; bitte wie"),
        ("Werktags 8 bis 12 Uhr", "nennt 'werktags', das ist kein Wochentag; bitte wie"),
        ("Mo 8 bis 12 Uhr nur mit Termin", "enthält 'nur mit termin', das ist keine Öffnungszeit; bitte wie"),
        ("Mo 16 bis 8 Uhr", "nennt 16:00-08:00, da liegt das Ende nicht nach dem Anfang"),
        ("Mo 8 bis 25 Uhr", "nennt 25:00, das ist keine Uhrzeit"),
        ("Mo 8-12 Uhr; Mo 14-16 Uhr", "nennt Mo zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
        ("", "ist leer; bitte wie"),
    ],
)
def test_what_cannot_be_read_is_told(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}"):
        read_hours(written)
