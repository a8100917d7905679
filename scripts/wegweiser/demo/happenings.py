"""What happens in the invented region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from wegweiser.demo.supply import Supply, slug
from wegweiser.demo.words import Record


def happenings(supply: Supply) -> Iterator[tuple[str, Record]]:
    """An event, news and a case."""
    start = dt.datetime.combine(supply.today + dt.timedelta(days=7), dt.time(14, 30)).isoformat(timespec="minutes")
    yield (
        "events/sprechstunde",
        {
            "title": "Sprechstunde des Jobcenters",
            "summary": "Einmal in der Woche im Rathaus.",
            "audience": "both",
            "municipality": slug(supply.towns[0]),
            "organization": "jobcenter",
            "start": start,
            "end": start.replace("T14", "T16"),
            "recurrence": "FREQ=WEEKLY",
            "contact": "jobcenter",
            **supply.proof(),
        },
    )
    yield (
        "news/neue-vereinbarung",
        {
            "title": "Eine neue Vereinbarung",
            "date": supply.today.isoformat(),
            "municipality": slug(supply.towns[0]),
            "summary": "Ein Haus und das Jobcenter haben unterschrieben.",
            "text": "Die Meldung ist erfunden.",
            **supply.proof(),
        },
    )
    yield (
        "cases/arbeit-ab-montag",
        {
            "title": "Arbeit ab Montag, kein Platz",
            "summary": "Schnell einen Platz finden.",
            "topic": "betreuung",
            "situation": "Eine Mutter kann am Montag anfangen.",
            "steps": [
                {
                    "title": "Anrufen",
                    "who": "Fachkraft",
                    "what": "Rufen Sie den festen Kontakt an.",
                    "by_when": "heute",
                    "offers": ["kita-platz"],
                    "contacts": ["jugendamt"],
                }
            ],
            **supply.proof(),
        },
    )
