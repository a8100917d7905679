"""What must be done every year by a day, as whole days with a reminder two weeks before."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.calendar.events import described, revision
from wegweiser.files.content_lines import escape
from wegweiser.files.identity import stable_id
from wegweiser.rules.deadlines import yearly_deadlines
from wegweiser.rules.freshness import Evidence, last_look

REMINDER = "-P13DT15H"
"""Nine in the morning, two weeks before."""


def deadline_lines(edition: Edition, site: Site) -> Iterator[str]:
    """The content lines of all yearly deadlines; each begins with the first one after its source was read."""
    named: Counter[str] = Counter()
    for yearly in yearly_deadlines(edition.catalog, last_look):
        offer, name = yearly.offer.record, f"{yearly.offer.ref}/{yearly.day:%m-%d}"
        named[name] += 1
        yield "BEGIN:VEVENT"
        yield f"UID:{stable_id(edition, name if named[name] == 1 else f'{name}/{named[name]}')}"
        yield from revision(last_look(offer))
        yield f"DTSTART;VALUE=DATE:{yearly.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{yearly.day + dt.timedelta(days=1):%Y%m%d}"
        yield "RRULE:FREQ=YEARLY"
        yield f"SUMMARY:{escape(f'Jedes Jahr: {offer.everyday_title}')}"
        page = f"{site.url}{link(yearly.offer)}" if site.url else ""
        evidence = Evidence.of(None, offer).wording
        yield described(
            yearly.text, f"{evidence[:1].upper()}{evidence[1:]}. Bitte nachfragen, ob es noch stimmt.", page
        )
        if page:
            yield f"URL:{page}"
        yield "STATUS:CONFIRMED"
        yield "TRANSP:TRANSPARENT"
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escape(f'In zwei Wochen: {offer.everyday_title}')}"
        yield f"TRIGGER:{REMINDER}"
        yield "END:VALARM"
        yield "END:VEVENT"
