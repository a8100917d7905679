"""What must hold across files and over time. Each check yields problems; none prints, stops or reads the clock."""

from __future__ import annotations

import datetime as dt

from wegweiser.catalog import Catalog
from wegweiser.checks import (
    calendar,
    content,
    eligibility,
    events,
    identity,
    persons,
    publication,
    references,
    responsibilities,
    staleness,
)
from wegweiser.problems import Problem


def check(catalog: Catalog, today: dt.date) -> list[Problem]:
    """All problems of a catalog on a day, in no particular order."""
    return [
        *references.check(catalog),
        *identity.check(catalog),
        *calendar.check(catalog, today),
        *events.check(catalog, today),
        *staleness.check(catalog, today),
        *content.check(catalog, today),
        *eligibility.check(catalog),
        *persons.check(catalog),
        *publication.check(catalog),
        *responsibilities.check(catalog),
    ]
