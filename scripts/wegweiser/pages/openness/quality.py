"""How good our facts are, in public, and what would help most."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.edition import Edition
from wegweiser.pages.openness import scores
from wegweiser.pages.page import Page
from wegweiser.rules.quality import FRESH, OLD, Criterion


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of quality."""
    records = scores.scored(edition)
    offices = scores.by_office(edition, records)
    shown = scores.largest(offices)
    yield Page(
        address="qualitaet/",
        template="quality.html",
        title="Wie gut unsere Angaben sind",
        description="Wie vollständig und frisch unsere Angaben sind, nach Orten und Stellen, und was am meisten hilft.",
        context={
            "count": len(records),
            "per_cent": scores.per_cent(records),
            "confirmed": sum(record.score.reached[Criterion.CHECK] > 0 for record in records),
            "helps": scores.helps(records),
            "towns": scores.by_town(edition, records),
            "offices": shown,
            "left_out": len(offices) - len(shown),
            "criteria": list(Criterion),
            "fresh": FRESH,
            "old": OLD,
            "samples": edition.catalog.region.record.call_samples,
        },
    )
