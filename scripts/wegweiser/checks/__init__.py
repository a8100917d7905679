"""What must hold across files and over time. Each check yields problems; none prints, stops or reads the clock."""

from __future__ import annotations

import datetime as dt

from wegweiser.catalog import Catalog
from wegweiser.checks import (
    calendar,
    closures,
    content,
    doubles,
    eligibility,
    events,
    identity,
    offices,
    persons,
    publication,
    references,
    responsibilities,
    staleness,
)
from wegweiser.values.problems import Problem


def check(catalog: Catalog, today: dt.date) -> list[Problem]:
    """All problems of a catalog on a day, in no particular order."""
    return check_references(catalog) + check_rest(catalog, today)


def check_references(catalog: Catalog) -> list[Problem]:
    """Whether every name of a record leads to one and none leads in a circle: else no page can be planned."""
    return list(references.check(catalog))


def check_rest(catalog: Catalog, today: dt.date) -> list[Problem]:
    """Everything else that must hold."""
    return [
        *identity.check(catalog),
        *calendar.check(catalog, today),
        *closures.check(catalog, today),
        *events.check(catalog, today),
        *staleness.check(catalog, today),
        *content.check(catalog, today),
        *eligibility.check(catalog),
        *doubles.check(catalog),
        *offices.check(catalog, today),
        *persons.check(catalog),
        *publication.check(catalog),
        *responsibilities.check(catalog),
    ]
