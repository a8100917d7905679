"""Opening hours as people say them: days, dates and numbered weekdays in German."""

from __future__ import annotations

import pytest

from wegweiser.values.hours import check
from wegweiser.wording.hours import hour_rows


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mo-Fr 07:30-16:30; PH off", "Montag bis Freitag 7.30 bis 16.30 Uhr | An Feiertagen geschlossen"),
        ("Mo-We,Fr 08:00-12:00", "Montag bis Mittwoch, Freitag 8 bis 12 Uhr"),
        ("08:00-12:00", "Jeden Tag 8 bis 12 Uhr"),
        ("Th[1] 14:00-16:00", "Jeden ersten Donnerstag im Monat 14 bis 16 Uhr"),
        ("Th[1,3] 14:00-16:00", "Jeden ersten und dritten Donnerstag im Monat 14 bis 16 Uhr"),
        ("Th[-1] 14:00-16:00", "Jeden letzten Donnerstag im Monat 14 bis 16 Uhr"),
        ("SH Th[2] off", "In den Schulferien, jeden zweiten Donnerstag im Monat geschlossen"),
        ("2026 Dec 24-2027 Jan 03 off", "24. Dezember 2026 bis 3. Januar 2027 geschlossen"),
        ("2027 Jul 20-2027 Aug 07 off", "20. Juli bis 7. August 2027 geschlossen"),
        ("Jul 20-Aug 07 off", "20. Juli bis 7. August geschlossen"),
        ("Dec 31 off", "31. Dezember geschlossen"),
        ("Dec 24,Dec 31 off", "24. Dezember und 31. Dezember geschlossen"),
        ("2026 Dec 24,2026 Dec 31 10:00-12:00", "24. Dezember 2026 und 31. Dezember 2026 10 bis 12 Uhr"),
        ("Jul-Aug Mo-Fr 08:00-12:00", "Juli bis August, Montag bis Freitag 8 bis 12 Uhr"),
    ],
)
def test_hours_in_german(written: str, said: str) -> None:
    assert " | ".join(f"{when} {times}" for when, times in hour_rows(check(written))) == said
