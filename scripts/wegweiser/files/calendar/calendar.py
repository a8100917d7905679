"""A calendar as a whole: its name, how often programs ask for it again, and the one time zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegweiser.files.content_lines import escape, write

ZONE = "Europe/Berlin"
TIME_ZONE = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE""".split("\n")
"""The rule by which summer time has begun and ended since 1996. Lists of single days, as libraries write them, are read
wrongly by some programs, and times in UTC alone are shown as such by others."""
ASK_AGAIN = "PT12H"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A published calendar."""

    name: str
    url: str
    """Address of the site; empty where unknown."""

    def write(self, components: Iterable[str]) -> bytes:
        """The file, with the content lines of its components."""
        return write(self._lines(components))

    def _lines(self, components: Iterable[str]) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield "PRODID:-//Familienwegweiser//Kalender 1//DE"
        yield "CALSCALE:GREGORIAN"
        yield "METHOD:PUBLISH"
        yield f"NAME:{escape(self.name)}"
        yield f"X-WR-CALNAME:{escape(self.name)}"
        yield f"X-WR-TIMEZONE:{ZONE}"
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}"
        yield f"X-PUBLISHED-TTL:{ASK_AGAIN}"
        yield from TIME_ZONE
        yield from components
        yield "END:VCALENDAR"
